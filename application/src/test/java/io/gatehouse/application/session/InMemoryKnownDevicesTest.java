package io.gatehouse.application.session;

import io.gatehouse.application.InMemoryEventStore;

class InMemoryKnownDevicesTest extends KnownDevicesContract {

    InMemoryKnownDevicesTest() {
        var store = new InMemoryEventStore();
        super(store, new InMemoryKnownDevices(store));
    }
}
