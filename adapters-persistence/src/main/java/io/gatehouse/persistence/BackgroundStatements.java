package io.gatehouse.persistence;

import io.gatehouse.application.UnavailableException;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether the statements of one background activity work. One that fails three times in a row does not, whatever its
 * values: PostgreSQL refuses it, for example for lack of a permission. A database that cannot be reached, values that
 * PostgreSQL refuses and a lost race do not count as failures.
 */
public final class BackgroundStatements {

    private static final int TOO_MANY = 3;

    /** Longer than the pause between retries, which is at most a minute; the statement may not be needed again. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(3);

    /** PostgreSQL's classes 22 (data), 23 (constraints) and 40 (rolled back): the same statement may work next time. */
    private static final Set<String> OF_VALUES = Set.of("22", "23", "40");

    private final InstantSource clock;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    public BackgroundStatements(InstantSource clock) {
        this.clock = clock;
    }

    private record Failures(int inARow, Instant last, String reason) {}

    /** @param operation what the statement is for, in the form {@code claiming a segment} */
    public <T> Future<T> watch(String operation, Future<T> statement) {
        return statement.onComplete(_ -> succeeded(operation), failure -> failed(operation, failure));
    }

    public void succeeded(String operation) {
        failures.remove(operation);
    }

    public void failed(String operation, Throwable failure) {
        var reason = Database.unwrapped(failure);
        if (!mayPass(reason)) {
            failures.compute(
                    operation, (_, earlier) -> new Failures(1 + count(earlier), clock.instant(), text(reason)));
        }
    }

    private static boolean mayPass(RuntimeException reason) {
        return switch (reason) {
            case UnavailableException _ -> true;
            case PgException answer
            when answer.getSqlState() != null ->
                OF_VALUES.contains(answer.getSqlState().substring(0, 2));
            default -> false;
        };
    }

    private static int count(@Nullable Failures earlier) {
        return earlier == null ? 0 : earlier.inARow();
    }

    /** Other messages may quote an event, and operators are not the only ones who read health checks. */
    private static String text(RuntimeException reason) {
        return reason instanceof PgException answer
                ? String.valueOf(answer.getMessage())
                : reason.getClass().getSimpleName();
    }

    /** @return what does not work, as a clause for operators; empty if everything works */
    public Optional<String> problem() {
        var forgotten = clock.instant().minus(FORGOTTEN_AFTER);
        return failures.entrySet().stream()
                .filter(entry -> entry.getValue().inARow() >= TOO_MANY)
                .filter(entry -> entry.getValue().last().isAfter(forgotten))
                .map(entry -> entry.getKey() + " failed " + entry.getValue().inARow() + " times in a row: "
                        + entry.getValue().reason())
                .sorted()
                .findFirst();
    }
}
