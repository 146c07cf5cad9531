package io.gatehouse.bootstrap.config;

import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.bootstrap.database.DatabaseAccess;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses to run for real with what was only meant as an example. */
public final class StartupChecks {

    /** What people leave in files that they meant to edit. */
    private static final Set<String> PLACEHOLDERS =
            Set.of("changeme", "placeholder", "secret", "password", "postgres", "example", "test", "todo");

    private static final Pattern PROJECT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,35}");

    /** 128 bits in hexadecimal: as much as nobody guesses. */
    private static final int SHORTEST_KEY = 32;

    private StartupChecks() {}

    /** @throws InvalidConfigurationException that says what to mend, and never what the secret was */
    public static void run(GatehouseConfig config, DatabaseAccess database) {
        if (config.projects().isEmpty()) {
            throw new InvalidConfigurationException("no project is configured; set gatehouse.projects.<id>.name");
        }
        refusePlaceholder("quarkus.datasource.password", database.password());
        config.projects().forEach((id, project) -> {
            if (!PROJECT_ID.matcher(id).matches()) {
                throw new InvalidConfigurationException(
                        "the project ID " + id + " is not 1 to 36 of a-z A-Z 0-9 . _ -");
            }
            requireJwtKey(id, project);
            project.apiKeys().forEach((name, key) -> {
                var property = "gatehouse.projects." + id + ".api-keys." + name + ".secret";
                refusePlaceholder(property, key.secret());
                if (key.secret().length() < SHORTEST_KEY) {
                    throw new InvalidConfigurationException(
                            property + " is shorter than " + SHORTEST_KEY + " characters");
                }
            });
        });
    }

    /** @throws InvalidConfigurationException unless there is a key to seal messages under */
    public static void requireMessageKey(GatehouseConfig config) {
        if (config.messageKeys().orElse(List.of()).isEmpty()) {
            throw new InvalidConfigurationException(
                    "gatehouse.message-keys is missing; `openssl rand -hex 32` makes a good one");
        }
    }

    /** @throws InvalidConfigurationException unless there is a key to keep second factors under, which no worker has */
    public static void requireVaultKey(GatehouseConfig config) {
        var keys = config.vaultKeys().orElse(List.of());
        if (keys.isEmpty()) {
            throw new InvalidConfigurationException(
                    "gatehouse.vault-keys is missing; `openssl rand -hex 32` makes a good one");
        }
        if (!Collections.disjoint(
                spelledAlike(keys), spelledAlike(config.messageKeys().orElse(List.of())))) {
            throw new InvalidConfigurationException(
                    "gatehouse.vault-keys must be others than gatehouse.message-keys, which workers know");
        }
    }

    private static List<String> spelledAlike(List<String> keys) {
        return keys.stream().map(key -> key.strip().toLowerCase(Locale.ROOT)).toList();
    }

    private static void requireJwtKey(String id, ProjectConfig project) {
        var signs = project.policies().auth().getOrDefault(SignInMethod.JWT.value(), true);
        if (signs && project.jwtKeys().orElse(List.of()).isEmpty()) {
            throw new InvalidConfigurationException("gatehouse.projects." + id + ".jwt-keys is missing; make one by"
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
