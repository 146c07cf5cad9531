package io.gatehouse.application.client;

import io.gatehouse.domain.IpAddress;

/** Locates IP addresses. */
public interface GeoIp {

    /** The code of an unknown country. */
    String UNKNOWN = "--";

    /** @return ISO 3166-1 alpha-2 in lower case, or {@link #UNKNOWN}. Never throws */
    String countryCode(IpAddress ip);
}
