package io.gatehouse.application.session;

import io.gatehouse.application.InMemoryEventStore;

class InMemorySessionAuthenticationTest extends SessionAuthenticationContract {

    InMemorySessionAuthenticationTest() {
        var store = new InMemoryEventStore();
        super(store, new InMemorySessionAuthentication(store));
    }
}
