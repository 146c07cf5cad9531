package io.gatehouse.application.target;

import io.gatehouse.application.client.UserAgents;
import io.gatehouse.domain.UserAgent;

/** Names devices by what their software says of them. */
public final class DeviceNames {

    private final UserAgents userAgents;

    public DeviceNames(UserAgents userAgents) {
        this.userAgents = userAgents;
    }

    /** @return brand and model as far as they are known; empty for a plain computer or a library */
    String of(UserAgent device) {
        var client = userAgents.describe(device);
        return (client.deviceBrand() + " " + client.deviceModel()).strip();
    }
}
