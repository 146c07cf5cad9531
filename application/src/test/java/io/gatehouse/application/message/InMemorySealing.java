package io.gatehouse.application.message;

import io.gatehouse.domain.Sealed;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what it was told, and hands out receipts for it. */
public final class InMemorySealing implements Sealing {

    private final Map<Sealed, Map<String, String>> kept = new ConcurrentHashMap<>();
    private final AtomicInteger receipts = new AtomicInteger();

    @Override
    public Sealed seal(Map<String, String> variables) {
        var receipt = new Sealed("sealed-" + receipts.incrementAndGet());
        kept.put(receipt, Collections.unmodifiableMap(new LinkedHashMap<>(variables)));
        return receipt;
    }

    @Override
    public Map<String, String> open(Sealed sealed) {
        return Optional.ofNullable(kept.get(sealed))
                .orElseThrow(() -> new IllegalArgumentException("nothing was ever sealed like that"));
    }
}
