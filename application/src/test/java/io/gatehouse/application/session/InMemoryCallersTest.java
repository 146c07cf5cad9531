package io.gatehouse.application.session;

import io.gatehouse.application.InMemoryEventStore;

class InMemoryCallersTest extends SessionAuthenticationContract {

    InMemoryCallersTest() {
        var store = new InMemoryEventStore();
        super(store, new InMemoryCallers(store));
    }
}
