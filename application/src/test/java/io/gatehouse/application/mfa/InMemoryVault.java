package io.gatehouse.application.mfa;

import io.gatehouse.domain.Sealed;
import io.gatehouse.domain.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what it was given, and hands out receipts for it. */
public final class InMemoryVault implements Vault {

    private final Map<Sealed, Secret> kept = new ConcurrentHashMap<>();
    private final AtomicInteger receipts = new AtomicInteger();

    @Override
    public Sealed seal(Secret secret) {
        var receipt = new Sealed("kept-" + receipts.incrementAndGet());
        kept.put(receipt, secret);
        return receipt;
    }

    @Override
    public Secret open(Sealed sealed) {
        return Optional.ofNullable(kept.get(sealed))
                .orElseThrow(() -> new IllegalStateException("nothing was ever kept for that"));
    }
}
