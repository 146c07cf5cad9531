package io.gatehouse.persistence.session;

import io.gatehouse.application.session.KnownDevicesContract;
import io.gatehouse.persistence.Postgres;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class PostgresKnownDevicesTest extends KnownDevicesContract {

    PostgresKnownDevicesTest(Postgres postgres) {
        super(postgres.store(), new PostgresKnownDevices(postgres.sharedDatabase()));
    }
}
