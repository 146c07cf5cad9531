package io.gatehouse.security.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.application.client.GeoIp;
import io.gatehouse.domain.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaxMindGeoIpTest {

    private final Path folder;

    MaxMindGeoIpTest(@TempDir Path folder) {
        this.folder = folder;
    }

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
    void an_address_is_in_the_country_of_its_network_or_nowhere(String ip, String country) throws IOException {
        var file = new CountryDatabase()
                .with("203.0.113.0/24", "DE")
                .with("2001:db8::/32", "IN")
                .writeTo(folder.resolve("countries.mmdb"));
        try (var geoIp = new MaxMindGeoIp(file)) {
            assertThat(geoIp.countryCode(new IpAddress(ip))).isEqualTo(country);
        }
    }

    @Test
    void without_a_database_every_address_is_unknown() throws IOException {
        try (var geoIp = new MaxMindGeoIp(null)) {
            assertThat(geoIp.countryCode(new IpAddress("203.0.113.7"))).isEqualTo(GeoIp.UNKNOWN);
        }
    }

    @Test
    void a_database_that_is_not_there_is_noticed_at_once() {
        var missing = folder.resolve("missing.mmdb");
        assertThatThrownBy(() -> new MaxMindGeoIp(missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(missing.toString());
    }

    @Test
    void a_file_that_is_no_database_is_noticed_at_once() throws IOException {
        var text = Files.writeString(folder.resolve("notes.txt"), "not a database");
        assertThatThrownBy(() -> new MaxMindGeoIp(text)).isInstanceOf(UncheckedIOException.class);
    }
}
