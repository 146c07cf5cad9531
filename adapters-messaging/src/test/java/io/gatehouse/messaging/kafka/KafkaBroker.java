package io.gatehouse.messaging.kafka;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** A real Kafka broker in a JVM of its own. Its port and its data survive a restart. */
public final class KafkaBroker {

    /** Collected by the Maven project {@code broker}. The path is relative to a module, where its tests run. */
    private static final Path JARS =
            Path.of(System.getProperty("gatehouse.kafka-broker", "../adapters-messaging/broker/target/jars"));

    /** For little memory and a quick start. */
    private static final List<String> FLAGS = List.of(
            "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    private static final int TIMEOUT_SECONDS = 60;
    private static final String CONFIGURATION = "server.properties";

    /** An arbitrary UUID in Base64. */
    private static final String CLUSTER = "Z2F0ZWhvdXNlLXRlc3RzMQ";

    private final int port = freePort();
    private final Path folder = folder();
    private @Nullable Process process;

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    KafkaClients access() {
        return new KafkaClients(Map.of("bootstrap.servers", bootstrapServers()));
    }

    /** Returns when the broker answers. */
    public void start() {
        if (!Files.exists(folder.resolve(CONFIGURATION))) {
            format();
        }
        var started = java("kafka.Kafka", CONFIGURATION);
        process = started;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        awaitAnswer(started);
    }

    /** Returns when the broker has stopped. */
    public void stop() {
        if (process != null) {
            process.destroy();
            awaitEnd(process);
        }
    }

    private void format() {
        write(folder.resolve(CONFIGURATION), properties(port, freePort()));
        if (awaitEnd(java("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", CONFIGURATION)) != 0) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "The storage cannot be formatted. Are the jars in %s? See also %s",
                    JARS.toAbsolutePath().normalize(),
                    log()));
        }
    }

    private void awaitAnswer(Process started) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            var answer = admin.describeCluster().nodes().toCompletionStage().toCompletableFuture();
            CompletableFuture.anyOf(answer, started.onExit()).get(TIMEOUT_SECONDS, SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            awaitEnd(started.destroyForcibly());
        }
        if (!started.isAlive()) {
            throw new IllegalStateException("The broker did not start, see " + log());
        }
    }

    private Process java(String main, String... arguments) {
        var command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        FLAGS.stream(),
                        Stream.of("-cp", JARS.toAbsolutePath().resolve("*").toString(), main),
                        Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int awaitEnd(Process process) {
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String properties(int port, int controller) {
        return String.format(Locale.ROOT, """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
                controller.listener.names=CONTROLLER
                log.dirs=data
                log.cleaner.dedupe.buffer.size=2097152
                num.partitions=3
                group.initial.rebalance.delay.ms=0
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                """, port, controller);
    }

    private Path log() {
        return folder.resolve("broker.log");
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "kafka-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below the ephemeral ports, so that no other process is assigned it while the broker starts. */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .filter(KafkaBroker::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
