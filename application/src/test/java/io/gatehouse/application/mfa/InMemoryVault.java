package io.gatehouse.application.mfa;

import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what it was given, and hands out receipts for it. */
public final class InMemoryVault implements SecretEncryption {

    private final Map<Ciphertext, Secret> kept = new ConcurrentHashMap<>();
    private final AtomicInteger receipts = new AtomicInteger();

    @Override
    public Ciphertext encrypt(Secret secret) {
        var receipt = new Ciphertext("kept-" + receipts.incrementAndGet());
        kept.put(receipt, secret);
        return receipt;
    }

    @Override
    public Secret decrypt(Ciphertext ciphertext) {
        return Optional.ofNullable(kept.get(ciphertext))
                .orElseThrow(() -> new IllegalStateException("nothing was ever kept for that"));
    }
}
