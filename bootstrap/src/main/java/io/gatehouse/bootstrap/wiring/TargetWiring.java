package io.gatehouse.bootstrap.wiring;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.client.UserAgents;
import io.gatehouse.application.target.DeviceNames;
import io.gatehouse.application.target.RefreshPushTarget;
import io.gatehouse.application.target.RegisterPushTarget;
import io.gatehouse.application.target.UnregisterPushTarget;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Use cases for push targets. */
final class TargetWiring {

    @Produces
    @Singleton
    DeviceNames deviceNames(UserAgents userAgents) {
        return new DeviceNames(userAgents);
    }

    @Produces
    @Singleton
    RegisterPushTarget registerPushTarget(DeviceNames names, EventStore store, InstantSource clock) {
        return new RegisterPushTarget(names, store, clock);
    }

    @Produces
    @Singleton
    RefreshPushTarget refreshPushTarget(
            DeviceNames names, AccountDirectory directory, EventStore store, InstantSource clock) {
        return new RefreshPushTarget(names, directory, store, clock);
    }

    @Produces
    @Singleton
    UnregisterPushTarget unregisterPushTarget(EventStore store, InstantSource clock) {
        return new UnregisterPushTarget(store, clock);
    }
}
