package io.gatehouse.application.message;

import io.gatehouse.application.InMemoryEventStore;
import java.time.InstantSource;

class InMemoryDeliveriesTest extends DeliveryQueueContract {

    InMemoryDeliveriesTest() {
        var store = new InMemoryEventStore();
        super(store, new InMemoryDeliveries(store, InstantSource.system()));
    }
}
