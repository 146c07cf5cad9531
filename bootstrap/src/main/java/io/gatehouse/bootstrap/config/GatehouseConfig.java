package io.gatehouse.bootstrap.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All settings under {@code gatehouse}. The README lists them for operators. */
@ConfigMapping(prefix = "gatehouse")
public interface GatehouseConfig {

    /** The folder of the embedded database and of generated keys. */
    @WithDefault("data")
    Path data();

    /** Whether to start an embedded PostgreSQL. Default: {@code true} unless a database is configured. */
    Optional<Boolean> embedded();

    /** What the process executes; set from the command line. */
    @WithDefault("serve")
    RunMode command();

    /** Host names of this service. Web pages there may call it, and the inbox is served under them. Default: none. */
    Optional<Set<String>> hostnames();

    /** Headers in which proxies send the client's IP address; the first one that contains one is used. */
    @WithDefault("x-forwarded-for")
    List<String> trustedProxyHeaders();

    /**
     * Addresses and networks of the proxies whose headers are believed. Default: the loopback addresses and the
     * networks that are not routed on the Internet (RFC 1918, RFC 3927, RFC 4193, RFC 4291).
     */
    @WithDefault("127.0.0.0/8,::1,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,169.254.0.0/16,fc00::/7,fe80::/10")
    List<String> trustedProxies();

    /** The fallback locale, for requests that name none or an unsupported one. */
    @WithDefault("en")
    Locale defaultLocale();

    /** A MaxMind country database. Default: none, and countries are unknown. */
    Optional<Path> geoipDatabase();

    /** Which tasks this process performs. */
    @WithDefault("all")
    Role role();

    /**
     * The page that magic links lead to if the app gives none. It signs in with the link's parameters. Default: a page of
     * the embedded default.
     */
    @WithDefault("http://localhost:${quarkus.http.port:8080}/auth/magic-url")
    String magicUrl();

    /**
     * Keys that encrypt queued messages: 32 random bytes each, in hexadecimal, the current one first; older ones only
     * decrypt. Default: none; the embedded default generates one.
     */
    Optional<List<String>> messageKeys();

    /**
     * Keys that encrypt authenticator secrets and recovery codes at rest: 32 random bytes each, in hexadecimal, the
     * current one first; older ones only decrypt. Default: none; the embedded default generates one.
     */
    Optional<List<String>> vaultKeys();

    MailerConfig mailer();

    MailConfig mail();

    SmsConfig sms();

    RateLimits rateLimits();

    Passwords passwords();

    /** How long a request waits for a password hash or a database connection before it gets 503; whole seconds, 1 or more. */
    @WithDefault("5S")
    Duration longestWait();

    Kafka kafka();

    /** By project ID. */
    Map<String, ProjectConfig> projects();

    interface RateLimits {
        /** Whether rate limits are enforced. */
        @WithDefault("true")
        boolean enabled();

        /** JWTs per user and minute; 0 for no limit. */
        @WithDefault("120")
        int jwt();
    }

    /** Settings for e-mail that do not depend on the mail server. */
    interface MailConfig {

        /** Whether e-mail is sent. Default: {@code true} if a mail server is configured or there is an inbox. */
        Optional<Boolean> enabled();

        /** The display name of the sender. Default: none. */
        Optional<String> senderName();
    }

    /** Parameters of Argon2id; the defaults are OWASP's. */
    interface Passwords {
        @WithDefault("19456")
        int memoryKib();

        @WithDefault("2")
        int iterations();

        @WithDefault("1")
        int parallelism();

        /** How many passwords are hashed at once. Default: the number of cores. */
        Optional<Integer> threads();

        /** Waiting requests per thread, before further ones get 503. By default, two cores serve 50 at once. */
        @WithDefault("26")
        int queuePerThread();
    }

    interface Kafka {
        /** The topic of published events. */
        @WithDefault("gatehouse.events")
        String topic();

        /** The topic of queued messages. Their content is encrypted; access should be restricted nevertheless. */
        @WithDefault("gatehouse.messages")
        String messagesTopic();
    }
}
