package io.gatehouse.bootstrap;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.UserAgents;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.target.CreatePushTarget;
import io.gatehouse.application.target.DeletePushTarget;
import io.gatehouse.application.target.PushTargets;
import io.gatehouse.application.target.UpdatePushTarget;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What one can do with push targets. */
final class TargetParts {

    @Produces
    @Singleton
    PushTargets pushTargets(UserAgents userAgents, AccountDirectory directory) {
        return new PushTargets(userAgents, directory);
    }

    @Produces
    @Singleton
    CreatePushTarget createPushTarget(PushTargets targets, EventStore store, InstantSource clock) {
        return new CreatePushTarget(targets, store, clock);
    }

    @Produces
    @Singleton
    UpdatePushTarget updatePushTarget(PushTargets targets, EventStore store, InstantSource clock) {
        return new UpdatePushTarget(targets, store, clock);
    }

    @Produces
    @Singleton
    DeletePushTarget deletePushTarget(EventStore store, InstantSource clock) {
        return new DeletePushTarget(store, clock);
    }
}
