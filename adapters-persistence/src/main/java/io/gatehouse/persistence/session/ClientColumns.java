package io.gatehouse.persistence.session;

import io.gatehouse.domain.session.Client;

/** A {@link Client} as tables keep it. */
final class ClientColumns {

    private ClientColumns() {}

    /** In the order of its components: nobody searches by them. */
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

    /** What tells one kind of device from another. Versions do not: a browser that was updated is no new device. */
    static String kind(Client c) {
        return String.join(" | ", c.osName(), c.clientName(), c.deviceBrand(), c.deviceModel());
    }

    static Client client(String[] a) {
        return new Client(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11]);
    }
}
