package io.gatehouse.persistence.session;

import io.gatehouse.domain.session.Client;

/** Converts a {@link Client} to and from columns. */
final class ClientColumns {

    private ClientColumns() {}

    /** @return the components in order, for one array column, because no query filters by them */
    static String[] array(Client c) {
        return new String[] {
            c.osCode(),
            c.osName(),
            c.osVersion(),
            c.clientType(),
            c.clientCode(),
            c.clientName(),
            c.clientVersion(),
            c.clientEngine(),
            c.clientEngineVersion(),
            c.deviceName(),
            c.deviceBrand(),
            c.deviceModel()
        };
    }

    /** @return identifies the kind of device; without versions, so that an updated browser is not a new device */
    static String kind(Client c) {
        return String.join(" | ", c.osName(), c.clientName(), c.deviceBrand(), c.deviceModel());
    }

    static Client client(String[] a) {
        return new Client(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11]);
    }
}
