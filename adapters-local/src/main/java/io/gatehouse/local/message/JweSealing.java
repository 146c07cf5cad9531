package io.gatehouse.local.message;

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
import com.nimbusds.jose.util.JSONObjectUtils;
import io.gatehouse.application.message.Sealing;
import io.gatehouse.domain.message.Sealed;
import java.text.ParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Seals with AES-256-GCM, as compact JWE (RFC 7516) of a JSON object that every JOSE library can open. */
public final class JweSealing implements Sealing {

    private static final JWEAlgorithm KEY_ITSELF = JWEAlgorithm.DIR;
    private static final EncryptionMethod METHOD = EncryptionMethod.A256GCM;

    private final OctetSequenceKey current;
    private final DefaultJOSEProcessor<SecurityContext> opener = new DefaultJOSEProcessor<>();

    /**
     * @param keys the one that seals first, then older ones that still open
     * @throws NoSuchElementException if there is none
     */
    public JweSealing(List<SealingKey> keys) {
        current = keys.getFirst().jwk();
        var known = new JWKSet(keys.stream().<JWK>map(SealingKey::jwk).toList());
        opener.setJWEKeySelector(new JWEDecryptionKeySelector<>(KEY_ITSELF, METHOD, new ImmutableJWKSet<>(known)));
    }

    @Override
    public Sealed seal(Map<String, String> variables) {
        var header = new JWEHeader.Builder(KEY_ITSELF, METHOD)
                .keyID(current.getKeyID())
                .build();
        var jwe = new JWEObject(header, new Payload(JSONObjectUtils.toJSONString(variables)));
        try {
            jwe.encrypt(new DirectEncrypter(current));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", impossible);
        }
        return new Sealed(jwe.serialize());
    }

    @Override
    public Map<String, String> open(Sealed sealed) {
        try {
            return variables(opener.process(sealed.value(), null));
        } catch (ParseException | BadJOSEException | JOSEException | RuntimeException _) {
            // The last because the library answers a header of null with a NullPointerException.
            throw unreadable();
        }
    }

    private static Map<String, String> variables(Payload payload) {
        var json = payload.toJSONObject();
        if (json == null) {
            throw unreadable();
        }
        var variables = new LinkedHashMap<String, String>();
        json.forEach((name, value) -> variables.put(name, text(value)));
        return Collections.unmodifiableMap(variables);
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw unreadable();
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("it was not sealed under one of our keys, or has been tampered with");
    }
}
