package io.gatehouse.application.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.IpAddress;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every promise of {@link GeoIp}. */
public abstract class GeoIpContract {

    /** @return knows that 203.0.113.0/24 is in Germany and 2001:db8::/32 in India, and no other network */
    protected abstract GeoIp geoIp() throws IOException;

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, de",
        "203.0.113.255, de",
        "203.0.114.1, --",
        "2001:db8::1, in",
        "2001:db9::1, --",
        "::ffff:203.0.113.7, de",
        "127.0.0.1, --",
        "unknown, --",
        "'', --",
        "localhost, --"
    })
    void an_address_is_in_the_country_of_its_network_or_unknown(String ip, String country) throws IOException {
        assertThat(geoIp().countryCode(new IpAddress(ip))).isEqualTo(country);
    }
}
