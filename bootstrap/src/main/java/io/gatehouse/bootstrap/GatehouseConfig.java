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

    /** The mail server, in the words of Quarkus Mailer, whose own properties are heard as well. */
    interface MailerConfig {

        /** Without one there is no mail. */
        Optional<String> host();

        /** 587, where mail is submitted (RFC 6409), or 465 with TLS from the first byte (RFC 8314), unless said. */
        Optional<Integer> port();

        Optional<String> username();

        Optional<String> password();

        /** Whom mails come from, unless somebody says otherwise. */
        @WithDefault("no-reply@localhost")
        String from();

        /** Whether the connection is protected from its first byte. */
        @WithDefault("false")
        boolean tls();

        /** Whether it becomes protected after the first words. Unless said, a password is never sent in clear. */
        Optional<StartTls> startTls();

        /** As Quarkus Mailer names them. */
        enum StartTls {
            DISABLED,
            OPTIONAL,
            REQUIRED
        }
    }

    /** Mails, whoever takes them. */
    interface MailConfig {

        /** Whether there are mails at all. Unless said, where there is a mail server or an inbox. */
        Optional<Boolean> enabled();

        Optional<String> senderName();
    }

    interface SmsConfig {

        /** Whether there are text messages at all. Unless said, where there is a provider or an inbox. */
        Optional<Boolean> enabled();

        Optional<SmsProvider> provider();

        /** The sender: a number in E.164, or a name where the provider allows it. */
        Optional<String> from();

        Webhook webhook();

        Twilio twilio();

        Vonage vonage();

        interface Webhook {
            Optional<String> url();

            /** Sent as the header of that name. */
            Optional<String> authorization();
        }

        interface Twilio {
            Optional<String> accountSid();

            Optional<String> authToken();

            @WithDefault("https://api.twilio.com")
            String url();
        }

        interface Vonage {
            Optional<String> apiKey();

            Optional<String> apiSecret();

            @WithDefault("https://rest.nexmo.com")
            String url();
        }
    }

    /** Who sends text messages for us. */
    enum SmsProvider {
        TWILIO,
        VONAGE,
        WEBHOOK
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

    interface ProjectConfig {
        /** The project's ID, unless said. */
        Optional<String> name();

        Map<String, KeyConfig> apiKeys();

        Map<String, PlatformConfig> platforms();

        /** Switches of whole interfaces: {@code account}, {@code rest}. */
        Map<String, Boolean> services();

        PoliciesConfig policies();

        /**
         * What signs JWTs: private P-256 keys, as JWK or as PEM (PKCS#8), the current one first; the others still verify. The
         * embedded default makes one for itself.
         */
        Optional<List<String>> jwtKeys();

        ProjectMailConfig mail();

        ProjectSmsConfig sms();
    }

    /** What a project's text messages say, if it is more than the code. */
    interface ProjectSmsConfig {

        /** By message ({@code phoneLogin}, {@code phoneVerification}), then by locale; with a gap for {@code {{otp}}}. */
        Map<String, Map<String, String>> texts();
    }

    /** How a project writes to its users. */
    interface ProjectMailConfig {

        SenderConfig sender();

        /** A mail server of its own; the sender and the templates do not depend on it. */
        SmtpConfig smtp();

        /** By message ({@code magicSession}, {@code otpSession} …), then by locale. */
        Map<String, Map<String, TemplateConfig>> templates();
    }

    interface SenderConfig {
        Optional<String> address();

        Optional<String> name();

        Optional<String> replyTo();

        Optional<String> replyToName();
    }

    interface TemplateConfig {
        Optional<String> subject();

        /** HTML with placeholders such as {@code {{redirect}}}. */
        Optional<String> message();

        SenderConfig sender();
    }

    interface SmtpConfig {
        Optional<String> host();

        Optional<Integer> port();

        Optional<String> username();

        Optional<String> password();

        /** {@code none}, {@code starttls} or {@code tls}. */
        @WithDefault("none")
        String security();
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

        /** Sessions per user; 0 for any number. */
        @WithDefault("10")
        int sessionLimit();

        @WithDefault("false")
        boolean sessionAlerts();

        /** Whether a new password ends the sessions opened under the old one. */
        @WithDefault("true")
        boolean invalidateSessions();

        /** How many earlier passwords may not be chosen again. */
        @WithDefault("0")
        int passwordHistory();

        @WithDefault("false")
        boolean passwordDictionary();

        /** Whether passwords that contain name, address, number or ID of their user are refused. */
        @WithDefault("false")
        boolean personalData();

        StrengthConfig passwordStrength();

        /** Users of the project; 0 for any number. */
        @WithDefault("0")
        int userLimit();

        EmailsConfig emails();

        /** Phones of testers with their codes: {@code +4915112345678:123456}. */
        Optional<List<String>> mockNumbers();

        ValidityConfig validity();

        @WithDefault("false")
        boolean strict();

        /** Sign-in methods by name, such as {@code email-password}; on unless said. */
        Map<String, Boolean> auth();
    }

    interface StrengthConfig {
        /** Bytes. */
        @WithDefault("8")
        int min();

        @WithDefault("false")
        boolean uppercase();

        @WithDefault("false")
        boolean lowercase();

        @WithDefault("false")
        boolean number();

        @WithDefault("false")
        boolean symbols();
    }

    /** Which addresses are refused. */
    interface EmailsConfig {
        @WithDefault("false")
        boolean refuseDisposable();

        @WithDefault("false")
        boolean refuseNonCanonical();

        @WithDefault("false")
        boolean refuseFree();

        @WithDefault("false")
        boolean refuseNonCorporate();
    }

    /** How long what was sent works. */
    interface ValidityConfig {
        @WithDefault("1H")
        Duration magicUrl();

        @WithDefault("15M")
        Duration emailCode();

        @WithDefault("15M")
        Duration phoneCode();

        @WithDefault("1H")
        Duration recovery();

        @WithDefault("7D")
        Duration emailVerification();
    }
}
