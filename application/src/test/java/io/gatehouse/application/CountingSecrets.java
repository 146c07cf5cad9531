package io.gatehouse.application;

import io.gatehouse.domain.Secret;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Digests of a counter: they look random, and are the same in every run. */
final class CountingSecrets implements Secrets {

    private static final int CODES = 1_000_000;

    private final AtomicInteger given = new AtomicInteger();

    @Override
    public Secret next() {
        return new Secret(Stream.generate(this::digits).limit(4).collect(Collectors.joining()));
    }

    @Override
    public Secret nextShort() {
        return new Secret(digits());
    }

    @Override
    public Secret nextCode() {
        var number = Long.parseLong(digits(), 0, 10, 16);
        return new Secret(String.format(Locale.ROOT, "%06d", number % CODES));
    }

    @Override
    public Secret nextRecoveryCode() {
        return new Secret(digits().substring(0, 10));
    }

    /** @return 64 hexadecimal digits */
    private String digits() {
        return new Secret(Integer.toString(given.incrementAndGet())).digest().value();
    }
}
