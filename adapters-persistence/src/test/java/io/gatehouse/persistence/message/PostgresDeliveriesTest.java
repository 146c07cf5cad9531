package io.gatehouse.persistence.message;

import io.gatehouse.application.DeliveriesContract;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.message.DeliveryQueue;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.Postgres;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class PostgresDeliveriesTest extends DeliveriesContract {

    private final EventStore store;
    private final DeliveryQueue queue;

    PostgresDeliveriesTest(Postgres postgres) {
        this.store = postgres.node();
        this.queue = new PostgresDeliveries(postgres.database(), new EventCodec(), InstantSource.system());
    }

    @Override
    protected EventStore store() {
        return store;
    }

    @Override
    protected DeliveryQueue deliveries() {
        return queue;
    }
}
