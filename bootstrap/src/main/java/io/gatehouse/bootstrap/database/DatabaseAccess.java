package io.gatehouse.bootstrap.database;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * How to connect to PostgreSQL.
 *
 * @param address the URL without its prefix {@code jdbc:} or {@code vertx-reactive:}
 */
public record DatabaseAccess(String address, String user, String password) {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
    private static final String USER = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";

    public static DatabaseAccess to(EmbeddedDatabase embedded) {
        // The server accepts loopback connections without a password, but the drivers require one.
        return new DatabaseAccess(embedded.jdbcUrl().replaceFirst("^jdbc:", ""), embedded.user(), "trusted");
    }

    /** @return empty if no database is configured */
    public static Optional<DatabaseAccess> configured(Config config) {
        return config.getOptionalValue(REACTIVE_URL, String.class)
                .or(() -> config.getOptionalValue(JDBC_URL, String.class))
                .map(url -> new DatabaseAccess(
                        url.replaceFirst("^(vertx-reactive|jdbc):", ""),
                        config.getOptionalValue(USER, String.class).orElse(""),
                        config.getOptionalValue(PASSWORD, String.class).orElse("")));
    }

    public String jdbcUrl() {
        return "jdbc:" + address;
    }

    /** Sets the system properties that Quarkus reads when it starts. */
    public void exportToSystemProperties() {
        System.setProperty(REACTIVE_URL, address);
        System.setProperty(USER, user);
        System.setProperty(PASSWORD, password);
    }

    @Override
    public String toString() {
        return "DatabaseAccess[" + address + "]";
    }
}
