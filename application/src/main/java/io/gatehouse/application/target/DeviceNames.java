package io.gatehouse.application.target;

import io.gatehouse.application.client.UserAgents;
import io.gatehouse.domain.UserAgent;

/** Derives the names of devices from their user-agent headers. */
public final class DeviceNames {

    private final UserAgents userAgents;

    public DeviceNames(UserAgents userAgents) {
        this.userAgents = userAgents;
    }

    /** @return brand and model, as far as they are known; empty for an unbranded computer or a library */
    String of(UserAgent userAgent) {
        var client = userAgents.describe(userAgent);
        return (client.deviceBrand() + " " + client.deviceModel()).strip();
    }
}
