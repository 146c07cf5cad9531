package io.gatehouse.persistence.session;

import io.gatehouse.application.housekeeping.OverdueItemsContract;
import io.gatehouse.persistence.Postgres;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class PostgresOverdueItemsTest extends OverdueItemsContract {

    PostgresOverdueItemsTest(Postgres postgres) {
        super(postgres.store(), new PostgresOverdueItems(postgres.sharedDatabase()));
    }
}
