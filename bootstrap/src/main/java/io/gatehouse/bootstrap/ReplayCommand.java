package io.gatehouse.bootstrap;

import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.replay.ReplayCheck;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Command {@code replay-check}: rebuilds every view from the log and prints how it differs from the live view. */
@Singleton
class ReplayCommand {

    private final Vertx vertx;
    private final PgConnectOptions access;

    ReplayCommand(Vertx vertx, PgConnectOptions access) {
        this.vertx = vertx;
        this.access = access;
    }

    /** @return the exit code: 0 if every rebuilt view equals the live view, 1 otherwise */
    int run() {
        var pool = PgBuilder.pool()
                .using(vertx)
                .connectingTo(access)
                .with(new PoolOptions().setMaxSize(1))
                .build();
        var outcome = new ReplayCheck(pool, new EventCodec()).run();
        System.out.printf(Locale.ROOT, "%d events replayed%n", outcome.events());
        outcome.differences()
                .forEach((view, rows) -> System.out.printf(Locale.ROOT, "%-10s %d rows differ%n", view, rows));
        return outcome.isClean() ? 0 : 1;
    }
}
