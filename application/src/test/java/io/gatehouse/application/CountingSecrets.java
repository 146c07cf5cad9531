package io.gatehouse.application;

import io.gatehouse.domain.Secret;
import java.util.concurrent.atomic.AtomicInteger;

/** Secrets that look like real ones and count up, since nobody guesses in a test. */
final class CountingSecrets implements Secrets {

    private final AtomicInteger given = new AtomicInteger();

    @Override
    public Secret next() {
        return new Secret("%0256x".formatted(given.incrementAndGet()));
    }

    @Override
    public Secret nextShort() {
        return new Secret("%064x".formatted(given.incrementAndGet()));
    }

    @Override
    public Secret nextCode() {
        return new Secret("%06d".formatted(given.incrementAndGet()));
    }

    @Override
    public Secret nextRecoveryCode() {
        return new Secret("c%09x".formatted(given.incrementAndGet()));
    }
}
