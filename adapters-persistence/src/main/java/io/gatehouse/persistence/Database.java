package io.gatehouse.persistence;

import io.gatehouse.application.UnavailableException;
import io.vertx.core.Future;
import io.vertx.core.VertxException;
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
import org.jspecify.annotations.Nullable;

/** PostgreSQL as blocking code sees it. The driver never blocks: the calling virtual thread parks until it answers. */
public final class Database {

    private final Pool pool;
    private final SqlClient lookups;

    /**
     * @param pool lends a connection to one at a time, for whatever may have to wait for a lock
     * @param lookups sends one lookup after another down a few connections without waiting for answers in between
     */
    public Database(Pool pool, SqlClient lookups) {
        this.pool = pool;
        this.lookups = lookups;
    }

    /** One prepared statement that reads by index and waits for nobody. Many share a connection at the same time. */
    public RowSet<Row> lookUp(String sql, Object... values) {
        return await(lookups.preparedQuery(sql).execute(Tuple.wrap(values)));
    }

    /** One prepared statement, one round trip. */
    public RowSet<Row> execute(String sql, @Nullable Object... values) {
        return await(executeAsync(sql, values));
    }

    /** The same, for callers who compose futures themselves. */
    public Future<RowSet<Row>> executeAsync(String sql, @Nullable Object... values) {
        return pool.preparedQuery(sql).execute(Tuple.wrap(values));
    }

    /**
     * Sends a whole transaction without waiting in between, and answers once it is durable.
     *
     * @return fails with the first failure; then nothing of it has happened
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
        // After a failure PostgreSQL answers COMMIT with a rollback, so the first failure tells all.
        sent.add(connection.preparedQuery("COMMIT").execute());
        return Future.join(sent).recover(_ -> firstFailureOf(sent));
    }

    private static <T> Future<T> firstFailureOf(List<Future<?>> sent) {
        var failed = sent.stream().filter(Future::failed).findFirst().orElseThrow();
        return Future.failedFuture(failed.cause());
    }

    /** @throws UnavailableException if PostgreSQL is out of reach */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw unwrapped(failure);
        }
    }

    /** The failure itself, or {@link UnavailableException} where the connection is to blame rather than the statement. */
    public static RuntimeException unwrapped(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapper when wrapper.getCause() != null -> unwrapped(wrapper.getCause());
            case PgException answer -> isOutage(answer) ? new UnavailableException("the database", answer) : answer;
            case IOException lost -> new UnavailableException("the database", lost);
            case VertxException lost -> new UnavailableException("the database", lost);
            case RuntimeException other -> other;
            default -> new IllegalStateException(failure);
        };
    }

    /** PostgreSQL's classes 08 (connection), 53 (resources) and 57 (operator intervention). */
    private static boolean isOutage(PgException answer) {
        var state = answer.getSqlState();
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57"));
    }
}
