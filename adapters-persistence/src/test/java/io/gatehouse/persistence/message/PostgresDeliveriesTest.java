package io.gatehouse.persistence.message;

import io.gatehouse.application.DeliveriesContract;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.message.Deliveries;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.Postgres;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class PostgresDeliveriesTest extends DeliveriesContract {

    private final EventStore store;
    private final Deliveries deliveries;

    PostgresDeliveriesTest(Postgres postgres) {
        this.store = postgres.node();
        this.deliveries = new PostgresDeliveries(postgres.database(), new EventCodec(), InstantSource.system());
    }

    @Override
    protected EventStore store() {
        return store;
    }

    @Override
    protected Deliveries deliveries() {
        return deliveries;
    }
}
