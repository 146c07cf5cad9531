package io.gatehouse.persistence;

import io.gatehouse.application.UnavailableException;
import io.vertx.core.Future;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Blocking access to PostgreSQL: the calling virtual thread parks until the non-blocking driver has the result. */
public final class Database {

    private final Pool pool;
    private final SqlClient lookups;

    /**
     * @param pool lends each connection exclusively, for statements that may wait for a lock
     * @param lookups pipelines index lookups of many callers over a few shared connections
     */
    public Database(Pool pool, SqlClient lookups) {
        this.pool = pool;
        this.lookups = lookups;
    }

    /** Executes one prepared statement on a shared connection. It must read by index and wait for no lock. */
    public RowSet<Row> lookUp(String sql, Object... values) {
        return await(lookups.preparedQuery(sql).execute(Tuple.wrap(values)));
    }

    /** Executes one prepared statement on a connection of its own, in one round trip. */
    public RowSet<Row> execute(String sql, @Nullable Object... values) {
        return await(executeAsync(sql, values));
    }

    /** Like {@link #execute}, for callers that compose futures. */
    public Future<RowSet<Row>> executeAsync(String sql, @Nullable Object... values) {
        return pool.preparedQuery(sql).execute(Tuple.wrap(values));
    }

    /**
     * Sends a whole transaction as one pipeline, without waiting for intermediate results.
     *
     * @return completes once the transaction is durable; fails with the first failure, after a rollback
     */
    public Future<?> transact(List<Statement> statements) {
        return pool.withConnection(
                connection -> pipelined(connection, statements).map(_ -> statements));
    }

    private static Future<?> pipelined(SqlConnection connection, List<Statement> statements) {
        var sent = new ArrayList<Future<?>>(statements.size() + 2);
        sent.add(connection.preparedQuery("BEGIN").execute());
        for (var statement : statements) {
            sent.add(connection.preparedQuery(statement.sql()).execute(statement.values()));
        }
        // After a failure PostgreSQL rolls back at COMMIT; all later failures follow from the first.
        sent.add(connection.preparedQuery("COMMIT").execute());
        return Future.join(sent).recover(_ -> firstFailureOf(sent));
    }

    private static <T> Future<T> firstFailureOf(List<Future<?>> sent) {
        var failed = sent.stream().filter(Future::failed).findFirst().orElseThrow();
        return Future.failedFuture(failed.cause());
    }

    /** @throws UnavailableException if PostgreSQL cannot be reached */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw unwrapped(failure);
        }
    }

    /** @return {@link UnavailableException} if the connection or the server failed; otherwise the failure itself */
    public static RuntimeException unwrapped(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapper when wrapper.getCause() != null -> unwrapped(wrapper.getCause());
            case PgException answer ->
                isOutage(answer) ? new UnavailableException("the database is unavailable", answer) : answer;
            case IOException lost -> new UnavailableException("the database is unavailable", lost);
            case VertxException lost -> new UnavailableException("the database is unavailable", lost);
            case TimeoutException late -> new UnavailableException("the database is unavailable", late);
            case RuntimeException other -> other;
            case Throwable waited
            when isPoolTimeout(waited) ->
                new UnavailableException("no connection to the database became free in time", waited);
            default -> new IllegalStateException(failure);
        };
    }

    /** Vert.x has no type of its own for the end of the wait for a free connection. */
    private static boolean isPoolTimeout(Throwable failure) {
        return failure instanceof NoStackTraceThrowable && "Timeout".equals(failure.getMessage());
    }

    /** PostgreSQL's classes 08 (connection), 53 (resources) and 57 (operator intervention). */
    private static boolean isOutage(PgException answer) {
        var state = answer.getSqlState();
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57"));
    }
}
