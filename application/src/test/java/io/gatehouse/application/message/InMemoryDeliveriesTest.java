package io.gatehouse.application.message;

import io.gatehouse.application.DeliveriesContract;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.InMemoryEventStore;
import java.time.InstantSource;

class InMemoryDeliveriesTest extends DeliveriesContract {

    private final InMemoryEventStore store = new InMemoryEventStore();
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries(store, InstantSource.system());

    @Override
    protected EventStore store() {
        return store;
    }

    @Override
    protected DeliveryQueue deliveries() {
        return deliveries;
    }
}
