package io.gatehouse.bootstrap.wiring;

import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.config.RunMode;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.Statement;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Runs one statement of each kind before the HTTP port opens. The classes of the driver are loaded on event loops, which
 * takes seconds on a slow machine, during which the first requests would stand still.
 */
final class DatabaseWarmUp {

    private static final String STATEMENT = "select $1::text";

    void run(@Observes StartupEvent event, GatehouseConfig config, Database database) {
        if (config.command() == RunMode.SERVE) {
            database.lookUp(STATEMENT, "lookup");
            Database.await(database.transact(List.of(Statement.of(STATEMENT, "transaction"))));
        }
    }
}
