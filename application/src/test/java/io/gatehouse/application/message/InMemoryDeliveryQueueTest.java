package io.gatehouse.application.message;

import io.gatehouse.application.InMemoryEventStore;
import java.time.InstantSource;

class InMemoryDeliveryQueueTest extends DeliveryQueueContract {

    InMemoryDeliveryQueueTest() {
        var store = new InMemoryEventStore();
        super(store, new InMemoryDeliveryQueue(store, InstantSource.system()));
    }
}
