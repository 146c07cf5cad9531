package io.gatehouse.persistence.message;

import io.gatehouse.application.DeliveriesContract;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.message.DeliveryQueue;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.Postgres;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class PostgresDeliveryQueueTest extends DeliveriesContract {

    private final EventStore store;
    private final DeliveryQueue queue;

    PostgresDeliveryQueueTest(Postgres postgres) {
        this.store = postgres.node();
        this.queue = new PostgresDeliveryQueue(postgres.database(), new EventCodec(), InstantSource.system());
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
