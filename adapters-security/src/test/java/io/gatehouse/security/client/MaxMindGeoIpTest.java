package io.gatehouse.security.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.application.client.GeoIp;
import io.gatehouse.application.client.GeoIpContract;
import io.gatehouse.domain.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaxMindGeoIpTest extends GeoIpContract {

    private final Path folder;
    private final List<MaxMindGeoIp> opened = new ArrayList<>();

    MaxMindGeoIpTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() throws IOException {
        for (var database : opened) {
            database.close();
        }
    }

    @Override
    protected GeoIp geoIp() throws IOException {
        var file = new CountryDatabase()
                .with("203.0.113.0/24", "DE")
                .with("2001:db8::/32", "IN")
                .writeTo(folder.resolve("countries.mmdb"));
        var database = new MaxMindGeoIp(file);
        opened.add(database);
        return database;
    }

    @Test
    void without_a_database_every_address_is_unknown() throws IOException {
        try (var geoIp = new MaxMindGeoIp(null)) {
            assertThat(geoIp.countryCode(new IpAddress("203.0.113.7"))).isEqualTo(GeoIp.UNKNOWN);
        }
    }

    @Test
    void a_missing_database_fails_at_construction() {
        var missing = folder.resolve("missing.mmdb");
        assertThatThrownBy(() -> new MaxMindGeoIp(missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(missing.toString());
    }

    @Test
    void a_file_that_is_no_database_fails_at_construction() throws IOException {
        var text = Files.writeString(folder.resolve("notes.txt"), "not a database");
        assertThatThrownBy(() -> new MaxMindGeoIp(text)).isInstanceOf(UncheckedIOException.class);
    }
}
