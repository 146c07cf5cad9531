package io.gatehouse.application.session;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.housekeeping.OverdueItemsContract;

class InMemoryOverdueItemsTest extends OverdueItemsContract {

    InMemoryOverdueItemsTest() {
        var store = new InMemoryEventStore();
        super(store, new InMemoryOverdueItems(store));
    }
}
