package io.gatehouse.application;

import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.InMemoryAccountDirectory;
import io.gatehouse.application.log.InMemoryLogViews;
import io.gatehouse.application.log.LogViews;
import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.application.mfa.InMemoryFactorViews;
import io.gatehouse.application.session.InMemoryKnownDevices;
import io.gatehouse.application.session.InMemorySessionAuthentication;
import io.gatehouse.application.session.InMemorySessionViews;
import io.gatehouse.application.session.KnownDevices;
import io.gatehouse.application.session.SessionAuthentication;
import io.gatehouse.application.session.SessionViews;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;

/** An event store, and ports of the same implementation that read what it has written. */
public record PersistencePorts(
        EventStore store,
        AccountDirectory accounts,
        SessionViews sessions,
        SessionAuthentication authentication,
        KnownDevices devices,
        FactorViews factors,
        LogViews logs) {

    static PersistencePorts inMemory(InMemoryEventStore store) {
        return new PersistencePorts(
                store,
                new InMemoryAccountDirectory(store),
                new InMemorySessionViews(store),
                new InMemorySessionAuthentication(store),
                new InMemoryKnownDevices(store),
                new InMemoryFactorViews(store),
                new InMemoryLogViews(store));
    }

    /** @return the account as a request of that session sees it, whose secret is its ID */
    public AccountView accountOfCaller(AccountId account, SessionId session) {
        var secret = SampleEvents.digest(session.value());
        return authentication
                .authenticate(account, secret, SampleEvents.NOON)
                .orElseThrow()
                .account();
    }
}
