package io.gatehouse.bootstrap.database;

import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL of our own: nothing to install, nothing to configure, and as durable as any other. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String CLUSTER = "postgres";

    /** The line of {@code postmaster.pid} that holds the port, counted from 0. */
    private static final int PORT_LINE = 3;

    /** The database trusts whoever reaches it, and the binaries in there are run. */
    static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final Closeable server;

    private EmbeddedDatabase(int port, Closeable server) {
        this.port = port;
        this.server = server;
    }

    /** Joins the server that a service is running there, and leaves it running; starts one if there is none. */
    public static EmbeddedDatabase join(Path data) {
        return portOfSurvivor(data.resolve(CLUSTER))
                .map(port -> new EmbeddedDatabase(port, () -> {}))
                .orElseGet(() -> start(data));
    }

    /**
     * Starts the server, or takes over the one that a killed predecessor left running.
     *
     * @param data kept from one run to the next
     * @throws InvalidConfigurationException if another service is at work there
     */
    public static EmbeddedDatabase start(Path data) {
        var cluster = data.resolve(CLUSTER).toAbsolutePath();
        var folder = DataFolder.occupy(data);
        try {
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setOverrideWorkingDirectory(
                            data.resolve("postgres-binaries").toAbsolutePath().toFile())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(PATIENCE)
                    // The library's defaults forget what was committed when the machine goes down. Ours do not.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "256MB");
            portOfSurvivor(cluster).ifPresent(builder::setPort);
            var server = builder.start();
            return new EmbeddedDatabase(server.getPort(), () -> {
                server.close();
                folder.close();
            });
        } catch (IOException failure) {
            throw new UncheckedIOException("the embedded database does not start in " + data.toAbsolutePath(), failure);
        }
    }

    private static Optional<Integer> portOfSurvivor(Path cluster) {
        var note = cluster.resolve("postmaster.pid");
        return Files.exists(note) ? portOfSurvivor(lines(note)) : Optional.empty();
    }

    private static Optional<Integer> portOfSurvivor(List<String> lines) {
        var pid = Long.parseLong(lines.getFirst().strip());
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(_ -> Integer.valueOf(lines.get(PORT_LINE)));
    }

    private static List<String> lines(Path note) {
        try {
            return Files.readAllLines(note);
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL's note cannot be read: " + note, failure);
        }
    }

    public int port() {
        return port;
    }

    public String user() {
        return "postgres";
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("the embedded database does not stop", failure);
        }
    }
}
