package io.gatehouse.application.session;

import io.gatehouse.application.InMemoryEventStore;

class InMemorySessionViewsTest extends SessionViewsContract {

    InMemorySessionViewsTest() {
        var store = new InMemoryEventStore();
        super(store, new InMemorySessionViews(store), new InMemorySessionAuthentication(store));
    }
}
