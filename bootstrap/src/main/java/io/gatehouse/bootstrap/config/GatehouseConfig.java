package io.gatehouse.bootstrap.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
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
    RunMode command();

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

    /** Which part of the work this process does. */
    @WithDefault("all")
    Role role();

    /** Where a magic link leads unless its app says otherwise: a page that signs in with what the link brings. */
    @WithDefault("http://localhost:8080/auth/magic-url")
    String magicUrl();

    /**
     * What seals messages on their way to those who send them: 32 random bytes each, in hexadecimal, the current one first. The
     * embedded default makes one for itself.
     */
    Optional<List<String>> messageKeys();

    /**
     * What seals authenticator secrets and recovery codes at rest: 32 random bytes each, in hexadecimal, the current one first. The
     * embedded default makes one for itself.
     */
    Optional<List<String>> vaultKeys();

    MailerConfig mailer();

    MailConfig mail();

    SmsConfig sms();

    RateLimits rateLimits();

    Passwords passwords();

    Kafka kafka();

    /** By project ID. */
    Map<String, ProjectConfig> projects();

    interface RateLimits {
        @WithDefault("true")
        boolean enabled();

        /** JWTs per user and hour. */
        @WithDefault("100")
        int jwt();
    }

    /** Mails, whoever takes them. */
    interface MailConfig {

        /** Whether there are mails at all. Unless said, where there is a mail server or an inbox. */
        Optional<Boolean> enabled();

        Optional<String> senderName();
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

        /** How many may wait, per thread, before we ask callers to come back later: on two cores, fifty at once are all served. */
        @WithDefault("26")
        int queuePerThread();
    }

    interface Kafka {
        @WithDefault("gatehouse.events")
        String topic();

        /** Of messages on their way to those who send them. Their content is sealed; give it to few readers all the same. */
        @WithDefault("gatehouse.messages")
        String messagesTopic();
    }
}
