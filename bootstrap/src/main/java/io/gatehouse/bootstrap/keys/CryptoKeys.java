package io.gatehouse.bootstrap.keys;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.gatehouse.application.Secrets;
import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import io.gatehouse.bootstrap.config.ProjectConfig;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.security.EncryptionKey;
import io.gatehouse.security.jwt.SigningKeys;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What signs JWTs and seals messages: given by the operator, or made once by the embedded default and kept. */
@Singleton
public final class CryptoKeys {

    private final GatehouseConfig config;
    private final Secrets secrets;

    public CryptoKeys(GatehouseConfig config, Secrets secrets) {
        this.config = config;
        this.secrets = secrets;
    }

    /** @throws InvalidConfigurationException that names the first property whose keys cannot be read, and never the keys */
    public void check() {
        ofJwts();
        ofMessages();
        ofVault();
    }

    /** Of every project that has or may have any. */
    public Map<ProjectId, SigningKeys> ofJwts() {
        var projects = config.projects().isEmpty()
                ? Set.of(DemoApiKey.PROJECT)
                : config.projects().keySet();
        return projects.stream()
                .flatMap(id -> ofJwts(id).map(keys -> Map.entry(new ProjectId(id), keys)).stream())
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<SigningKeys> ofJwts(String project) {
        var property = "gatehouse.projects." + project + ".jwt-keys";
        var given = Optional.ofNullable(config.projects().get(project)).flatMap(ProjectConfig::jwtKeys);
        return given.map(keys -> readable(
                        property,
                        () -> SigningKeys.given(
                                keys.stream().map(CryptoKeys::armoured).toList())))
                .or(() -> kept("jwt").map(folder -> SigningKeys.kept(folder, new ProjectId(project))));
    }

    /** Of the whole service, the current one first; a throwaway where messages are off. */
    public List<EncryptionKey> ofMessages() {
        return config.messageKeys()
                .map(keys -> readable(
                        "gatehouse.message-keys",
                        () -> keys.stream().map(EncryptionKey::parse).toList()))
                .or(() -> kept("message-key").map(file -> List.of(EncryptionKey.kept(file))))
                .orElseGet(() -> List.of(EncryptionKey.parse(secrets.nextShort().value())));
    }

    /** Of the whole service, the current one first; a throwaway where nobody answers requests. */
    public List<EncryptionKey> ofVault() {
        return config.vaultKeys()
                .map(keys -> readable(
                        "gatehouse.vault-keys",
                        () -> keys.stream().map(EncryptionKey::parse).toList()))
                .or(() -> kept("vault-key").map(file -> List.of(EncryptionKey.kept(file))))
                .orElseGet(() -> List.of(EncryptionKey.parse(secrets.nextShort().value())));
    }

    private Optional<Path> kept(String name) {
        return config.embedded().orElse(false) ? Optional.of(config.data().resolve(name)) : Optional.empty();
    }

    /** PEM may come on one line without its armour, as environments like it. */
    private static String armoured(String key) {
        return key.startsWith("{") || key.startsWith("-----")
                ? key
                : "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n";
    }

    private static <T> T readable(String property, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidConfigurationException(property + ": " + unreadable.getMessage());
        }
    }
}
