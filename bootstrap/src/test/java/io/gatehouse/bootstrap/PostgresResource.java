package io.gatehouse.bootstrap;

import io.gatehouse.bootstrap.database.DatabaseAccess;
import io.gatehouse.bootstrap.database.EmbeddedDatabase;
import io.gatehouse.persistence.Migrations;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A real PostgreSQL for the tests: a container where Docker is present, else the embedded one. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable PostgreSQLContainer container;
    private @Nullable EmbeddedDatabase embedded;

    @Override
    public Map<String, String> start() {
        var access = isDockerPresent() ? startContainer() : startEmbedded();
        Migrations.run(access.jdbcUrl(), access.user(), access.password());
        var configuration = new HashMap<String, String>();
        configuration.put("quarkus.datasource.reactive.url", access.address());
        configuration.put("quarkus.datasource.username", access.user());
        configuration.put("quarkus.datasource.password", access.password());
        configuration.put("gatehouse.projects.demo.name", "Demo");
        configuration.put("gatehouse.projects.demo.api-keys.server.secret", ApiClient.KEY);
        configuration.put("gatehouse.projects.demo.platforms.web.hostname", "localhost");
        configuration.put("gatehouse.projects.demo.jwt-keys", TestKeys.signing());
        configuration.put("gatehouse.projects.other.name", "Other");
        configuration.put("gatehouse.message-keys", TestKeys.encryption());
        configuration.put("gatehouse.vault-keys", TestKeys.encryption());
        configuration.put("gatehouse.mail.enabled", "true");
        configuration.put("gatehouse.sms.enabled", "true");
        // No test may depend on how fast the machine is.
        configuration.put("gatehouse.longest-wait", "1H");
        return configuration;
    }

    private DatabaseAccess startContainer() {
        var started = new PostgreSQLContainer("postgres:18");
        started.start();
        container = started;
        var address = started.getJdbcUrl().replaceFirst("^jdbc:", "");
        return new DatabaseAccess(address, started.getUsername(), started.getPassword());
    }

    private DatabaseAccess startEmbedded() {
        try {
            var started = EmbeddedDatabase.start(Files.createTempDirectory(Path.of("target"), "data-"));
            embedded = started;
            return DatabaseAccess.to(started);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Calls the library only if a Docker host may exist: without one, its check takes seconds. */
    private static boolean isDockerPresent() {
        var reachable = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return reachable && DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public void stop() {
        if (container != null) {
            container.stop();
        }
        if (embedded != null) {
            embedded.close();
        }
    }
}
