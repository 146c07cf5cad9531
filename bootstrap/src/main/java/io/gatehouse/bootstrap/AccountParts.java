package io.gatehouse.bootstrap;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.account.CreateAccount;
import io.gatehouse.application.account.NoteAccess;
import io.gatehouse.application.account.PasswordHasher;
import io.gatehouse.application.account.UpdateName;
import io.gatehouse.application.account.UpdatePreferences;
import io.gatehouse.application.account.UpdateStatus;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What one can do with an account. */
final class AccountParts {

    @Produces
    @Singleton
    CreateAccount createAccount(PasswordHasher hasher, EventStore store, Ids ids, InstantSource clock) {
        return new CreateAccount(hasher, store, ids, clock);
    }

    @Produces
    @Singleton
    UpdateName updateName(EventStore store, InstantSource clock) {
        return new UpdateName(store, clock);
    }

    @Produces
    @Singleton
    UpdatePreferences updatePreferences(EventStore store, InstantSource clock) {
        return new UpdatePreferences(store, clock);
    }

    @Produces
    @Singleton
    UpdateStatus updateStatus(EventStore store, InstantSource clock) {
        return new UpdateStatus(store, clock);
    }

    @Produces
    @Singleton
    NoteAccess noteAccess(EventStore store, InstantSource clock) {
        return new NoteAccess(store, clock);
    }
}
