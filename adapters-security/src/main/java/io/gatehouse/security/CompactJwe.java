package io.gatehouse.security;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEProcessor;
import com.nimbusds.jose.proc.JWEDecryptionKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import io.gatehouse.domain.Ciphertext;
import java.text.ParseException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Encrypts with AES-256-GCM under a shared key, as compact JWE (RFC 7516), which any JOSE library can decrypt. */
public final class CompactJwe {

    private static final JWEAlgorithm DIRECT = JWEAlgorithm.DIR;
    private static final EncryptionMethod METHOD = EncryptionMethod.A256GCM;

    private final OctetSequenceKey current;
    private final DefaultJOSEProcessor<SecurityContext> decrypter = new DefaultJOSEProcessor<>();

    /**
     * @param keys the key that encrypts first, then older keys, which only decrypt
     * @throws NoSuchElementException if there is no key
     */
    public CompactJwe(List<EncryptionKey> keys) {
        current = keys.getFirst().jwk();
        var known = new JWKSet(keys.stream().<JWK>map(EncryptionKey::jwk).toList());
        decrypter.setJWEKeySelector(new JWEDecryptionKeySelector<>(DIRECT, METHOD, new ImmutableJWKSet<>(known)));
    }

    public Ciphertext encrypt(Payload payload) {
        var header =
                new JWEHeader.Builder(DIRECT, METHOD).keyID(current.getKeyID()).build();
        var jwe = new JWEObject(header, payload);
        try {
            jwe.encrypt(new DirectEncrypter(current));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", impossible);
        }
        return new Ciphertext(jwe.serialize());
    }

    /** @return empty if it was not encrypted under one of these keys, or has been modified since */
    public Optional<Payload> decrypt(Ciphertext ciphertext) {
        try {
            return Optional.of(decrypter.process(ciphertext.value(), null));
        } catch (ParseException | BadJOSEException | JOSEException | RuntimeException _) {
            // RuntimeException because the library throws NullPointerException if the header is null.
            return Optional.empty();
        }
    }
}
