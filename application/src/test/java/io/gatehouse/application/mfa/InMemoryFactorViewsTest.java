package io.gatehouse.application.mfa;

import io.gatehouse.application.InMemoryEventStore;

class InMemoryFactorViewsTest extends FactorViewsContract {

    InMemoryFactorViewsTest() {
        var store = new InMemoryEventStore();
        super(store, new InMemoryFactorViews(store));
    }
}
