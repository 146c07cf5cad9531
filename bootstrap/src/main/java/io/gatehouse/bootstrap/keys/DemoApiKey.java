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

/** The API key of the embedded default: generated at the first start, and stored in the data folder. */
@Singleton
public final class DemoApiKey {

    /** The ID of the project that exists if none is configured. */
    public static final String PROJECT = "demo";

    private final @Nullable String apiKey;

    DemoApiKey(GatehouseConfig config, Secrets secrets) {
        var isNeeded = config.embedded().orElse(false) && config.projects().isEmpty();
        this.apiKey = isNeeded ? readOrGenerate(config.data().resolve("api-key"), secrets) : null;
    }

    /** @return empty if projects are configured, or the database is not embedded */
    public Optional<String> generated() {
        return Optional.ofNullable(apiKey);
    }

    private static String readOrGenerate(Path file, Secrets secrets) {
        try {
            if (!Files.exists(file)) {
                write(file, secrets.next().value());
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("the API key cannot be stored in " + file.toAbsolutePath(), failure);
        }
    }

    /** The file is readable by its owner only, from its creation on. */
    private static void write(Path file, String key) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, ownerOnly);
        Files.writeString(file, key + System.lineSeparator(), StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
    }
}
