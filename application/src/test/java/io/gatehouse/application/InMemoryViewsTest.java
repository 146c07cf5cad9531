package io.gatehouse.application;

import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.InMemoryAccountDirectory;
import io.gatehouse.application.housekeeping.ExpireOverdue.OverdueItems;
import io.gatehouse.application.log.InMemoryLogViews;
import io.gatehouse.application.log.LogViews;
import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.application.mfa.InMemoryFactorViews;
import io.gatehouse.application.session.InMemoryCallers;
import io.gatehouse.application.session.InMemoryKnownDevices;
import io.gatehouse.application.session.InMemoryRemains;
import io.gatehouse.application.session.InMemorySessionViews;
import io.gatehouse.application.session.KnownDevices;
import io.gatehouse.application.session.SessionAuthentication;
import io.gatehouse.application.session.SessionViews;

class InMemoryViewsTest extends ViewsContract {

    private final InMemoryEventStore store = new InMemoryEventStore();

    @Override
    protected EventStore store() {
        return store;
    }

    @Override
    protected AccountDirectory directory() {
        return new InMemoryAccountDirectory(store);
    }

    @Override
    protected SessionViews sessions() {
        return new InMemorySessionViews(store);
    }

    @Override
    protected SessionAuthentication callers() {
        return new InMemoryCallers(store);
    }

    @Override
    protected LogViews logs() {
        return new InMemoryLogViews(store);
    }

    @Override
    protected FactorViews factors() {
        return new InMemoryFactorViews(store);
    }

    @Override
    protected KnownDevices devices() {
        return new InMemoryKnownDevices(store);
    }

    @Override
    protected OverdueItems remains() {
        return new InMemoryRemains(store);
    }
}
