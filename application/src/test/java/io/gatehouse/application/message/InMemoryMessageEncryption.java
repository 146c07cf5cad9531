package io.gatehouse.application.message;

import io.gatehouse.domain.Ciphertext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Stores the variables and returns a random reference to them in place of a ciphertext. */
public final class InMemoryMessageEncryption implements MessageEncryption {

    private final Map<Ciphertext, Map<String, String>> kept = new ConcurrentHashMap<>();

    @Override
    public Ciphertext encrypt(Map<String, String> variables) {
        var reference = new Ciphertext(UUID.randomUUID().toString());
        kept.put(reference, Collections.unmodifiableMap(new LinkedHashMap<>(variables)));
        return reference;
    }

    @Override
    public Map<String, String> decrypt(Ciphertext ciphertext) {
        return Optional.ofNullable(kept.get(ciphertext))
                .orElseThrow(() -> new IllegalArgumentException("no variables were encrypted to this ciphertext"));
    }
}
