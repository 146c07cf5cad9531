package io.gatehouse.bootstrap.config;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tenant: who may use it from where, what it demands of its users, and how it writes to them. */
public interface ProjectConfig {
    /** The project's ID, unless said. */
    Optional<String> name();

    Map<String, KeyConfig> apiKeys();

    Map<String, PlatformConfig> platforms();

    /** Switches of whole interfaces, by name. */
    @WithDefault("true")
    Map<@WithKeys(KnownNames.Services.class) String, Boolean> services();

    PoliciesConfig policies();

    /**
     * What signs JWTs: private P-256 keys, as JWK or as PEM (PKCS#8), the current one first; the others still verify. The
     * embedded default makes one for itself.
     */
    Optional<List<String>> jwtKeys();

    ProjectMailConfig mail();

    ProjectSmsConfig sms();

    interface KeyConfig {
        String secret();

        @WithDefault("sessions.write")
        Set<@OneOf(KnownNames.Scopes.class) String> scopes();

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

    /** What a project's text messages say, if it is more than the code. */
    interface ProjectSmsConfig {

        /** By message ({@code phoneLogin}, {@code phoneVerification}, {@code phoneChallenge}), then by locale; with a gap for {@code {{otp}}}. */
        Map<@OneOf(KnownNames.TextMessages.class) String, Map<@OneOf(KnownNames.Locales.class) String, String>> texts();
    }
}
