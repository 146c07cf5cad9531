package io.gatehouse.bootstrap;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.ViewsContract;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.housekeeping.ExpireOverdue.OverdueItems;
import io.gatehouse.application.log.LogViews;
import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.application.session.KnownDevices;
import io.gatehouse.application.session.SessionAuthentication;
import io.gatehouse.application.session.SessionViews;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Directory, sessions, callers and log on PostgreSQL keep the promises of their ports. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PostgresViewsTest extends ViewsContract {

    @Inject
    EventStore store;

    @Inject
    AccountDirectory directory;

    @Inject
    SessionViews sessions;

    @Inject
    SessionAuthentication authentication;

    @Inject
    LogViews logs;

    @Inject
    FactorViews factors;

    @Inject
    KnownDevices devices;

    @Inject
    OverdueItems overdue;

    @Override
    protected EventStore store() {
        return store;
    }

    @Override
    protected AccountDirectory directory() {
        return directory;
    }

    @Override
    protected SessionViews sessions() {
        return sessions;
    }

    @Override
    protected SessionAuthentication callers() {
        return authentication;
    }

    @Override
    protected LogViews logs() {
        return logs;
    }

    @Override
    protected FactorViews factors() {
        return factors;
    }

    @Override
    protected KnownDevices devices() {
        return devices;
    }

    @Override
    protected OverdueItems remains() {
        return overdue;
    }
}
