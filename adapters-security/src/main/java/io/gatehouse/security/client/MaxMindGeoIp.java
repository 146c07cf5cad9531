package io.gatehouse.security.client;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import io.gatehouse.application.client.GeoIp;
import io.gatehouse.domain.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up countries in a local database in MaxMind's format. Without one, the country is always unknown. */
public final class MaxMindGeoIp implements GeoIp, AutoCloseable {

    private final @Nullable Reader database;

    /**
     * @param file a country or city database; null if there is none
     * @throws UncheckedIOException if the file cannot be read
     */
    public MaxMindGeoIp(@Nullable Path file) {
        database = file == null ? null : open(file);
    }

    @Override
    public String countryCode(IpAddress ip) {
        try {
            return database == null ? UNKNOWN : lookUp(database, ip);
        } catch (IOException | RuntimeException _) {
            return UNKNOWN;
        }
    }

    @Override
    public void close() throws IOException {
        if (database != null) {
            database.close();
        }
    }

    private static Reader open(Path file) {
        try {
            return new Reader(file.toFile(), new CHMCache());
        } catch (IOException e) {
            throw new UncheckedIOException("The geo-IP database cannot be read: " + file.toAbsolutePath(), e);
        }
    }

    private static String lookUp(Reader database, IpAddress ip) throws IOException {
        Map<?, ?> place = database.get(InetAddress.ofLiteral(ip.value()), Map.class);
        return place != null
                        && place.get("country") instanceof Map<?, ?> country
                        && country.get("iso_code") instanceof String code
                ? code.toLowerCase(Locale.ROOT)
                : UNKNOWN;
    }
}
