package io.gatehouse.bootstrap.config;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A project, which is a tenant: its API keys, its platforms, its policies and its messages. */
public interface ProjectConfig {

    /** The display name. Default: the ID of the project. */
    Optional<String> name();

    Map<String, KeyConfig> apiKeys();

    Map<String, PlatformConfig> platforms();

    /** Whether each interface is enabled, by name. */
    @WithDefault("true")
    Map<@WithKeys(KnownNames.Services.class) String, Boolean> services();

    PoliciesConfig policies();

    /**
     * Keys that sign JWTs: private P-256 keys, as JWK or as PEM (PKCS #8), the current one first; older ones only
     * verify. Default: none; the embedded default generates one.
     */
    Optional<List<String>> jwtKeys();

    ProjectMailConfig mail();

    ProjectSmsConfig sms();

    interface KeyConfig {
        String secret();

        @WithDefault("sessions.write")
        Set<@OneOf(KnownNames.Scopes.class) String> scopes();

        /** Default: never. */
        Optional<Instant> expiresAt();
    }

    interface PlatformConfig {
        /** The host of a web app: a name, {@code *} or {@code *.example.com}. */
        Optional<String> hostname();

        /** The bundle or package ID of a native app. */
        Optional<String> identifier();

        /** The URL scheme of a native app. */
        Optional<String> scheme();
    }

    /** The texts of a project's SMS. Default: the code alone. */
    interface ProjectSmsConfig {

        /**
         * By message ({@code phoneLogin}, {@code phoneVerification}, {@code phoneChallenge}), then by locale. The
         * placeholder {@code {{otp}}} is replaced by the code.
         */
        Map<@OneOf(KnownNames.TextMessages.class) String, Map<@OneOf(KnownNames.Locales.class) String, String>> texts();
    }
}
