package io.gatehouse.application.log;

import io.gatehouse.application.InMemoryEventStore;

class InMemoryLogViewsTest extends LogViewsContract {

    InMemoryLogViewsTest() {
        var store = new InMemoryEventStore();
        super(store, new InMemoryLogViews(store));
    }
}
