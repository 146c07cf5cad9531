package io.gatehouse.persistence;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.application.UnavailableException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class DatabaseTest {

    private final Postgres postgres;

    DatabaseTest(Postgres postgres) {
        this.postgres = postgres;
    }

    @Test
    void the_database_is_unavailable_if_no_connection_becomes_free_in_time() {
        var pool = postgres.pool(
                new PoolOptions().setMaxSize(1).setConnectionTimeout(1).setConnectionTimeoutUnit(TimeUnit.SECONDS));
        var database = new Database(pool, pool);
        var taken = connectionOf(pool);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> database.execute("select 1"));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> database.lookUp("select 1"));
        Database.await(taken.close());
    }

    @Test
    void the_database_is_unavailable_if_too_many_wait_for_a_connection() {
        var pool = postgres.pool(new PoolOptions().setMaxSize(1).setMaxWaitQueueSize(0));
        var database = new Database(pool, pool);
        var taken = connectionOf(pool);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> database.execute("select 1"));
        Database.await(taken.close());
    }

    /** Tries until a connection was established in time. */
    private static SqlConnection connectionOf(Pool pool) {
        while (true) {
            try {
                return Database.await(pool.getConnection());
            } catch (UnavailableException late) {
                Thread.onSpinWait();
            }
        }
    }
}
