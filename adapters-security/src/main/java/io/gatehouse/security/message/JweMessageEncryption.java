package io.gatehouse.security.message;

import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.gatehouse.application.message.MessageEncryption;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.security.CompactJwe;
import io.gatehouse.security.EncryptionKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Encrypts the variables of a message as a JSON object in a JWE, which workers in any language can decrypt. */
public final class JweMessageEncryption implements MessageEncryption {

    private final CompactJwe jwe;

    /**
     * @param keys the key that encrypts first, then older keys, which only decrypt
     * @throws NoSuchElementException if there is no key
     */
    public JweMessageEncryption(List<EncryptionKey> keys) {
        jwe = new CompactJwe(keys);
    }

    @Override
    public Ciphertext encrypt(Map<String, String> variables) {
        return jwe.encrypt(new Payload(JSONObjectUtils.toJSONString(variables)));
    }

    @Override
    public Map<String, String> decrypt(Ciphertext ciphertext) {
        return jwe.decrypt(ciphertext)
                .map(Payload::toJSONObject)
                .map(JweMessageEncryption::variables)
                .orElseThrow(JweMessageEncryption::unreadable);
    }

    private static Map<String, String> variables(Map<String, Object> json) {
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
        return new IllegalArgumentException("it was not encrypted with one of our keys, or has been tampered with");
    }
}
