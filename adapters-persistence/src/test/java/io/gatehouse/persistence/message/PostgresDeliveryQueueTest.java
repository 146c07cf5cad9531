package io.gatehouse.persistence.message;

import io.gatehouse.application.message.DeliveryQueueContract;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.Postgres;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class PostgresDeliveryQueueTest extends DeliveryQueueContract {

    PostgresDeliveryQueueTest(Postgres postgres) {
        super(
                postgres.store(),
                new PostgresDeliveryQueue(postgres.sharedDatabase(), new EventCodec(), InstantSource.system()));
    }
}
