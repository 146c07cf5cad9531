package io.gatehouse.application.session;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.housekeeping.OverdueItemsContract;

class InMemoryRemainsTest extends OverdueItemsContract {

    InMemoryRemainsTest() {
        var store = new InMemoryEventStore();
        super(store, new InMemoryRemains(store));
    }
}
