package io.gatehouse.bootstrap;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.UserAgents;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.target.CreatePushTarget;
import io.gatehouse.application.target.DeletePushTarget;
import io.gatehouse.application.target.DeviceNames;
import io.gatehouse.application.target.UpdatePushTarget;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What one can do with push targets. */
final class TargetParts {

    @Produces
    @Singleton
    DeviceNames deviceNames(UserAgents userAgents) {
        return new DeviceNames(userAgents);
    }

    @Produces
    @Singleton
    CreatePushTarget createPushTarget(DeviceNames names, EventStore store, InstantSource clock) {
        return new CreatePushTarget(names, store, clock);
    }

    @Produces
    @Singleton
    UpdatePushTarget updatePushTarget(
            DeviceNames names, AccountDirectory directory, EventStore store, InstantSource clock) {
        return new UpdatePushTarget(names, directory, store, clock);
    }

    @Produces
    @Singleton
    DeletePushTarget deletePushTarget(EventStore store, InstantSource clock) {
        return new DeletePushTarget(store, clock);
    }
}
