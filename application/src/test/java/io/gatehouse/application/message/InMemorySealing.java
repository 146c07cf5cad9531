package io.gatehouse.application.message;

import io.gatehouse.domain.Ciphertext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what it was told, and hands out receipts for it. */
public final class InMemorySealing implements MessageEncryption {

    private final Map<Ciphertext, Map<String, String>> kept = new ConcurrentHashMap<>();
    private final AtomicInteger receipts = new AtomicInteger();

    @Override
    public Ciphertext encrypt(Map<String, String> variables) {
        var receipt = new Ciphertext("sealed-" + receipts.incrementAndGet());
        kept.put(receipt, Collections.unmodifiableMap(new LinkedHashMap<>(variables)));
        return receipt;
    }

    @Override
    public Map<String, String> decrypt(Ciphertext ciphertext) {
        return Optional.ofNullable(kept.get(ciphertext))
                .orElseThrow(() -> new IllegalArgumentException("nothing was ever sealed like that"));
    }
}
