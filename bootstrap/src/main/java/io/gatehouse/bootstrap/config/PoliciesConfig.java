package io.gatehouse.bootstrap.config;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a project demands of its users, and grants them. The defaults are the API's. */
public interface PoliciesConfig {
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

    MfaConfig mfa();

    /** Whether users are told by mail of changes that a thief would make. Unless said, where the project is strict. */
    Optional<Boolean> securityNotices();

    @WithDefault("false")
    boolean strict();

    /** Switches of sign-in methods, by name. */
    @WithDefault("true")
    Map<@WithKeys(KnownNames.SignInMethods.class) String, Boolean> auth();

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

        @WithDefault("1H")
        Duration mfaChallenge();
    }

    /** Which second factors the project offers. */
    interface MfaConfig {
        @WithDefault("true")
        boolean totp();

        @WithDefault("true")
        boolean email();

        @WithDefault("true")
        boolean phone();
    }
}
