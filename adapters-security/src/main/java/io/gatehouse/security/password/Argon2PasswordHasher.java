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
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id, on a small thread pool with a short queue. Refuses work when the queue is full, and work
 * that has waited too long: on a slow machine, a client would give up before the end of a full queue.
 */
public final class Argon2PasswordHasher implements PasswordHasher, AutoCloseable {

    /** By then, all requests that are queued now have been served. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final SecureRandom random = new SecureRandom();
    private final Argon2Cost cost;
    private final ThreadPoolExecutor threads;
    private final Duration longestWait;

    /** Compared with if there is no readable hash, so that the time it takes does not reveal that. */
    private final Argon2Hash dummy;

    /**
     * @param threads at most the number of cores, because each thread keeps one busy
     * @param queueLength how many hashes may wait for a thread, 1 or more. At {@link Argon2Cost#OWASP} a hash takes
     *     25 to 50 ms, so the last of 16 per thread is served within a second
     * @param longestWait how long a hash may wait for a thread; should be below the time-outs of HTTP clients
     */
    public Argon2PasswordHasher(Argon2Cost cost, int threads, int queueLength, Duration longestWait) {
        this.cost = cost;
        this.longestWait = longestWait;
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queueLength),
                Thread.ofPlatform().daemon().name("argon2-", 0).factory());
        this.dummy = Argon2Hash.of(new PlainPassword(""), cost, salt());
    }

    @Override
    public PasswordHash hash(PlainPassword password) {
        return waitFor(() -> Argon2Hash.of(password, cost, salt())).toPhc();
    }

    @Override
    public boolean matches(PlainPassword password, @Nullable PasswordHash hash) {
        var known = Optional.ofNullable(hash).flatMap(Argon2Hash::parse);
        var same = waitFor(() -> known.orElse(dummy).matches(password));
        return known.isPresent() && same;
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return Argon2Hash.parse(hash)
                .filter(known -> known.isComposed()
                        && known.cost().equals(cost)
                        && known.toPhc().equals(hash))
                .isEmpty();
    }

    /** Finishes the queued hashes, and accepts no more. */
    @Override
    public void close() {
        threads.close();
    }

    /** Nothing is computed for a caller who is refused. */
    private <T> T waitFor(Supplier<T> work) {
        var deadline = System.nanoTime() + longestWait.toNanos();
        try {
            return CompletableFuture.supplyAsync(() -> before(deadline, work), threads)
                    .join();
        } catch (RejectedExecutionException _) {
            throw new RefusedException(new Overloaded(RETRY_AFTER));
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RefusedException refused ? refused : failure;
        }
    }

    /** @param deadline of {@link System#nanoTime()} */
    private <T> T before(long deadline, Supplier<T> work) {
        if (System.nanoTime() - deadline > 0) {
            throw new RefusedException(new Overloaded(longestWait));
        }
        return work.get();
    }

    private byte[] salt() {
        var salt = new byte[Argon2Hash.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
