package io.gatehouse.bootstrap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that can be configured under {@code gatehouse}. The README's table says the same to operators. */
@ConfigMapping(prefix = "gatehouse")
public interface GatehouseConfig {

    /** Where the embedded default keeps its database and its keys. */
    @WithDefault("data")
    Path data();

    /** Whether to bring our own database. Unless said, only where no other is configured. */
    Optional<Boolean> embedded();

    /** What the process was started for; the command line says so. */
    @WithDefault("serve")
    Command command();

    /** Host names this service itself is reached by. */
    Optional<Set<String>> hostnames();

    /** Headers that name the client, if proxies in front of us set them; the first that does counts. */
    @WithDefault("x-forwarded-for")
    List<String> trustedProxyHeaders();

    /** The language of last resort. */
    @WithDefault("en")
    Locale defaultLocale();

    /** A MaxMind country database; without one, countries are unknown. */
    Optional<Path> geoipDatabase();

    RateLimits rateLimits();

    Passwords passwords();

    Kafka kafka();

    /** By project ID. */
    Map<String, ProjectConfig> projects();

    interface RateLimits {
        @WithDefault("true")
        boolean enabled();
    }

    /** Argon2id; the defaults are OWASP's. */
    interface Passwords {
        @WithDefault("19456")
        int memoryKib();

        @WithDefault("2")
        int iterations();

        @WithDefault("1")
        int parallelism();

        /** How many are hashed at once; as many as there are cores unless said. */
        Optional<Integer> threads();

        /** How many may wait, per thread, before we ask callers to come back later. */
        @WithDefault("24")
        int queuePerThread();
    }

    interface Kafka {
        @WithDefault("gatehouse.events")
        String topic();
    }

    interface ProjectConfig {
        /** The project's ID, unless said. */
        Optional<String> name();

        Map<String, KeyConfig> apiKeys();

        Map<String, PlatformConfig> platforms();

        /** Switches of whole interfaces: {@code account}, {@code rest}. */
        Map<String, Boolean> services();

        PoliciesConfig policies();
    }

    interface KeyConfig {
        String secret();

        @WithDefault("sessions.write")
        Set<String> scopes();

        Optional<Instant> expiresAt();
    }

    interface PlatformConfig {
        /** Of a web platform: exact, {@code *} or {@code *.example.com}. */
        Optional<String> hostname();

        /** Of a native app: its bundle or package. */
        Optional<String> identifier();

        /** Of an app with a URL scheme of its own. */
        Optional<String> scheme();
    }

    interface PoliciesConfig {
        @WithDefault("365D")
        Duration sessionDuration();

        /** Sign-in methods by name, such as {@code email-password}; on unless said. */
        Map<String, Boolean> auth();
    }
}
