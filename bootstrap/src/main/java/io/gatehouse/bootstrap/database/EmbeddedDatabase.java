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

/** A PostgreSQL server started by the service: needs no installation and no configuration, and is fully durable. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String CLUSTER = "postgres";

    /** The major version of the embedded server. */
    static final String MAJOR_VERSION = "18";

    /** The binaries, an empty cluster and its first log segments. */
    private static final int NEEDED_MEGABYTES = 200;

    /** The index of the line in {@code postmaster.pid} that contains the port. */
    private static final int PORT_LINE = 3;

    /** The database trusts every local connection, and the binaries in the folder are executed. */
    static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(60);

    private final int port;
    private final Closeable server;

    private EmbeddedDatabase(int port, Closeable server) {
        this.port = port;
        this.server = server;
    }

    /** Uses the server that another process runs on this folder, and leaves it running; starts one if there is none. */
    public static EmbeddedDatabase connectOrStart(Path data) {
        return portOfRunningServer(data.resolve(CLUSTER))
                .map(port -> new EmbeddedDatabase(port, () -> {}))
                .orElseGet(() -> start(data));
    }

    /**
     * Starts the server, or takes over the one that a killed process left running.
     *
     * @param data the data folder, which keeps the data between runs
     * @throws InvalidConfigurationException if another service is using the folder, it cannot be written to, another major
     *     version of PostgreSQL has written it, or the server does not start
     */
    public static EmbeddedDatabase start(Path data) {
        var cluster = data.resolve(CLUSTER).toAbsolutePath();
        var folder = DataFolder.lock(data);
        requireReadable(cluster);
        try {
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setOverrideWorkingDirectory(
                            data.resolve("postgres-binaries").toAbsolutePath().toFile())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(STARTUP_TIMEOUT)
                    // Not those of the environment, which may name a locale that the machine does not have.
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("lc_messages", "C")
                    .setServerConfig("timezone", "UTC")
                    .setServerConfig("log_timezone", "UTC")
                    // With the library's defaults, committed transactions could be lost when the machine crashes.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "256MB");
            portOfRunningServer(cluster).ifPresent(builder::setPort);
            var server = builder.start();
            return new EmbeddedDatabase(server.getPort(), () -> {
                server.close();
                folder.close();
            });
        } catch (IOException | RuntimeException failure) {
            throw doesNotStart(data, failure);
        }
    }

    /** The library's messages name paths and commands only. It reports failures of PostgreSQL as various exceptions. */
    private static InvalidConfigurationException doesNotStart(Path data, Exception failure) {
        var reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return new InvalidConfigurationException(
                "the embedded database does not start in " + data.toAbsolutePath() + " ("
                        + reason.lines().findFirst().orElse("") + "); the disk has " + DataFolder.freeMegabytes(data)
                        + " MB left, and a new database needs about " + NEEDED_MEGABYTES);
    }

    /** A server reads the data of its own major version only; a new cluster has no file yet. */
    private static void requireReadable(Path cluster) {
        var file = cluster.resolve("PG_VERSION");
        var version = Files.exists(file) ? lines(file).getFirst().strip() : MAJOR_VERSION;
        if (!version.equals(MAJOR_VERSION)) {
            throw new InvalidConfigurationException(
                    "the data folder " + cluster + " was written by PostgreSQL " + version
                            + ", and this Gatehouse embeds PostgreSQL " + MAJOR_VERSION
                            + "; start the version of Gatehouse that wrote it, or set gatehouse.data to another folder");
        }
    }

    private static Optional<Integer> portOfRunningServer(Path cluster) {
        var pidFile = cluster.resolve("postmaster.pid");
        return Files.exists(pidFile) ? portOfRunningServer(lines(pidFile)) : Optional.empty();
    }

    private static Optional<Integer> portOfRunningServer(List<String> lines) {
        var pid = Long.parseLong(lines.getFirst().strip());
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(_ -> Integer.valueOf(lines.get(PORT_LINE)));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("a file of PostgreSQL cannot be read: " + file, failure);
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
