package io.gatehouse.application.client;

import io.gatehouse.domain.IpAddress;

/** Where on earth an address is. */
public interface GeoIp {

    /** What stands for a country nobody can tell. */
    String UNKNOWN = "--";

    /** @return ISO 3166-1 alpha-2 in lower case, or {@link #UNKNOWN}. Never throws */
    String countryCode(IpAddress ip);
}
