package io.gatehouse.bootstrap;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;

/** A PostgreSQL of our own: nothing to install, nothing to configure, and as durable as any other. */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The line of {@code postmaster.pid} that holds the port, counted from 0. */
    private static final int PORT_LINE = 3;

    /** The database trusts whoever reaches it, and the binaries in there are run. */
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server, or takes over the one that a killed predecessor left running.
     *
     * @param data kept from one run to the next
     */
    public static EmbeddedDatabase start(Path data) {
        var cluster = data.resolve("postgres").toAbsolutePath();
        try {
            Files.createDirectories(data, OWNER_ONLY);
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
            return new EmbeddedDatabase(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException("the embedded database does not start in " + data.toAbsolutePath(), failure);
        }
    }

    private static Optional<Integer> portOfSurvivor(Path cluster) throws IOException {
        var note = cluster.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(note);
        var pid = Long.parseLong(lines.getFirst().strip());
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(_ -> Integer.valueOf(lines.get(PORT_LINE)));
    }

    public int port() {
        return server.getPort();
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
