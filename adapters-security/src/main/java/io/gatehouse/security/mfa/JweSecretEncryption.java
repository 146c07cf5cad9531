package io.gatehouse.security.mfa;

import com.nimbusds.jose.Payload;
import io.gatehouse.application.mfa.SecretEncryption;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Secret;
import io.gatehouse.security.CompactJwe;
import io.gatehouse.security.EncryptionKey;
import java.util.List;
import java.util.NoSuchElementException;

/** Keeps secrets as compact JWE, under keys that never leave the nodes that answer requests. */
public final class JweSecretEncryption implements SecretEncryption {

    private final CompactJwe jwe;

    /**
     * @param keys the one that seals first, then older ones that still open
     * @throws NoSuchElementException if there is none
     */
    public JweSecretEncryption(List<EncryptionKey> keys) {
        jwe = new CompactJwe(keys);
    }

    @Override
    public Ciphertext encrypt(Secret secret) {
        return jwe.seal(new Payload(secret.value()));
    }

    @Override
    public Secret decrypt(Ciphertext ciphertext) {
        return jwe.open(ciphertext)
                .map(payload -> new Secret(payload.toString()))
                .orElseThrow(() -> new IllegalStateException(
                        "a secret at rest was not sealed under one of our vault keys, or has been tampered with"));
    }
}
