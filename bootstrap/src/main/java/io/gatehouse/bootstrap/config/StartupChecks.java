package io.gatehouse.bootstrap.config;

import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.bootstrap.database.DatabaseAccess;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Checks the settings of installations without embedded database: refuses placeholders and short or missing keys. */
public final class StartupChecks {

    /** Values of copied example files that were not edited. */
    private static final Set<String> PLACEHOLDERS =
            Set.of("changeme", "placeholder", "secret", "password", "postgres", "example", "test", "todo");

    private static final Pattern PROJECT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,35}");

    /** In characters: 128 random bits in hexadecimal, which cannot be guessed. */
    private static final int MIN_KEY_LENGTH = 32;

    private static final String HTTP_PORT = "quarkus.http.port";

    private static final int LAST_PORT = 65_535;

    private StartupChecks() {}

    /** @throws InvalidConfigurationException that says what to fix, and contains no secret */
    public static void run(GatehouseConfig config, DatabaseAccess database) {
        if (config.projects().isEmpty()) {
            throw new InvalidConfigurationException("no project is configured; set gatehouse.projects.<id>.name");
        }
        refusePlaceholder("quarkus.datasource.password", database.password());
        config.projects().forEach((id, project) -> {
            if (!PROJECT_ID.matcher(id).matches()) {
                throw new InvalidConfigurationException("the project ID " + id
                        + " must be 1 to 36 characters of a-z A-Z 0-9 . _ -, beginning with a letter or a digit");
            }
            requireJwtKey(id, project);
            project.apiKeys().forEach((name, key) -> {
                var property = "gatehouse.projects." + id + ".api-keys." + name + ".secret";
                refusePlaceholder(property, key.secret());
                if (key.secret().length() < MIN_KEY_LENGTH) {
                    throw new InvalidConfigurationException(
                            property + " is shorter than " + MIN_KEY_LENGTH + " characters");
                }
            });
        });
    }

    /**
     * Quarkus would find the mistake only after the database has started.
     *
     * @throws InvalidConfigurationException if {@code quarkus.http.port} is not the number of a port
     */
    public static void requirePort(Config config) {
        var written = config.getConfigValue(HTTP_PORT).getValue();
        if (written != null && !isPort(written.strip())) {
            throw new InvalidConfigurationException(HTTP_PORT + " must be a number from 0 to 65535, not " + written);
        }
    }

    private static boolean isPort(String written) {
        return written.matches("[0-9]{1,5}") && Integer.parseInt(written) <= LAST_PORT;
    }

    /** @throws InvalidConfigurationException if there is no key to encrypt messages with */
    public static void requireMessageKey(GatehouseConfig config) {
        if (config.messageKeys().orElse(List.of()).isEmpty()) {
            throw new InvalidConfigurationException(
                    "gatehouse.message-keys is missing; generate a key with `openssl rand -hex 32`");
        }
    }

    /** @throws InvalidConfigurationException if there is no key to encrypt second factors with, or workers have it */
    public static void requireVaultKey(GatehouseConfig config) {
        var keys = config.vaultKeys().orElse(List.of());
        if (keys.isEmpty()) {
            throw new InvalidConfigurationException(
                    "gatehouse.vault-keys is missing; generate a key with `openssl rand -hex 32`");
        }
        if (!Collections.disjoint(
                normalized(keys), normalized(config.messageKeys().orElse(List.of())))) {
            throw new InvalidConfigurationException(
                    "gatehouse.vault-keys must differ from gatehouse.message-keys, which workers have");
        }
    }

    private static List<String> normalized(List<String> keys) {
        return keys.stream().map(key -> key.strip().toLowerCase(Locale.ROOT)).toList();
    }

    private static void requireJwtKey(String id, ProjectConfig project) {
        var enabled = project.policies().auth().getOrDefault(SignInMethod.JWT.value(), true);
        if (enabled && project.jwtKeys().orElse(List.of()).isEmpty()) {
            throw new InvalidConfigurationException(
                    "gatehouse.projects." + id + ".jwt-keys is missing; generate a key with"
                            + " `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 | sed '/---/d' | tr -d '\\n'`,"
                            + " or set gatehouse.projects." + id + ".policies.auth.jwt=false");
        }
    }

    private static void refusePlaceholder(String property, String value) {
        var plain = value.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (value.isBlank() || PLACEHOLDERS.contains(plain) || plain.startsWith("changeme")) {
            throw new InvalidConfigurationException(property + " is missing or a placeholder");
        }
    }
}
