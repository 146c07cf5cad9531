package io.gatehouse.security.mfa;

import com.nimbusds.jose.Payload;
import io.gatehouse.application.mfa.SecretEncryption;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Secret;
import io.gatehouse.security.CompactJwe;
import io.gatehouse.security.EncryptionKey;
import java.util.List;
import java.util.NoSuchElementException;

/** Encrypts secrets at rest as compact JWE, under the vault keys, which only nodes that serve requests have. */
public final class JweSecretEncryption implements SecretEncryption {

    private final CompactJwe jwe;

    /**
     * @param keys the key that encrypts first, then older keys, which only decrypt
     * @throws NoSuchElementException if there is no key
     */
    public JweSecretEncryption(List<EncryptionKey> keys) {
        jwe = new CompactJwe(keys);
    }

    @Override
    public Ciphertext encrypt(Secret secret) {
        return jwe.encrypt(new Payload(secret.value()));
    }

    @Override
    public Secret decrypt(Ciphertext ciphertext) {
        return jwe.decrypt(ciphertext)
                .map(payload -> new Secret(payload.toString()))
                .orElseThrow(() -> new IllegalStateException(
                        "a secret at rest was not encrypted with one of our vault keys, or has been tampered with"));
    }
}
