package io.gatehouse.security.password;

import io.gatehouse.application.account.PasswordHasher;
import io.gatehouse.domain.Refusal.Overloaded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PlainPassword;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Argon2id on a few threads of its own. Callers wait for them, but never in a long queue. */
public final class Argon2PasswordHasher implements PasswordHasher, AutoCloseable {

    /** By then whoever waits now has been served. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final SecureRandom random = new SecureRandom();
    private final Argon2Cost cost;
    private final ThreadPoolExecutor threads;
    private final Argon2Hash nothing;

    /**
     * @param threads no more than there are cores, for each keeps one busy
     * @param waiting how many may wait for them, 1 or more. At {@link Argon2Cost#OWASP} a hash takes 25 to 50 ms, so
     *     the last of 16 per thread is served within a second
     */
    public Argon2PasswordHasher(Argon2Cost cost, int threads, int waiting) {
        this.cost = cost;
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().daemon().name("argon2-", 0).factory());
        this.nothing = Argon2Hash.of(new PlainPassword(""), cost, salt());
    }

    @Override
    public PasswordHash hash(PlainPassword password) {
        return waitFor(() -> Argon2Hash.of(password, cost, salt())).toPhc();
    }

    @Override
    public boolean matches(PlainPassword password, @Nullable PasswordHash hash) {
        var known = Optional.ofNullable(hash).flatMap(Argon2Hash::parse);
        var same = waitFor(() -> known.orElse(nothing).isOf(password));
        return known.isPresent() && same;
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return Argon2Hash.parse(hash).filter(known -> known.cost().equals(cost)).isEmpty();
    }

    /** Serves those who wait, and nobody else. */
    @Override
    public void close() {
        threads.close();
    }

    private <T> T waitFor(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (RejectedExecutionException _) {
            throw new RefusedException(new Overloaded(RETRY_AFTER));
        }
    }

    private byte[] salt() {
        var salt = new byte[Argon2Hash.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
