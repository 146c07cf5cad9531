package io.gatehouse.bootstrap.keys;

import io.gatehouse.application.Secrets;
import io.gatehouse.bootstrap.config.GatehouseConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The key that the embedded default makes for itself when nobody gave it one: made once, kept in the data folder. */
@Singleton
public final class DemoApiKey {

    /** The project that is there when none is configured. */
    public static final String PROJECT = "demo";

    private final @Nullable String apiKey;

    DemoApiKey(GatehouseConfig config, Secrets secrets) {
        var ours = config.embedded().orElse(false) && config.projects().isEmpty();
        this.apiKey = ours ? kept(config.data().resolve("api-key"), secrets) : null;
    }

    /** @return empty where projects and their keys are configured */
    public Optional<String> generated() {
        return Optional.ofNullable(apiKey);
    }

    private static String kept(Path file, Secrets secrets) {
        try {
            if (!Files.exists(file)) {
                write(file, secrets.next().value());
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("the API key cannot be kept in " + file.toAbsolutePath(), failure);
        }
    }

    /** Readable by its owner from the first moment, and by nobody else. */
    private static void write(Path file, String key) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, ownerOnly);
        Files.writeString(file, key + System.lineSeparator(), StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
    }
}
