package io.gatehouse.bootstrap.config;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policies of a project. The defaults are those of the API. */
public interface PoliciesConfig {

    /** How long sessions last; at least one minute. */
    @WithDefault("365D")
    Duration sessionDuration();

    /** The maximum number of sessions per user, 0 to 100; a further session ends the oldest. 0 for no limit. */
    @WithDefault("10")
    int sessionLimit();

    /** Whether users are notified by e-mail of a new session while others are open. */
    @WithDefault("false")
    boolean sessionAlerts();

    /** Whether changing the password ends the sessions opened with the old one. */
    @WithDefault("true")
    boolean invalidateSessions();

    /** How many previous passwords may not be reused, 0 to 20. */
    @WithDefault("0")
    int passwordHistory();

    /** Whether the 10 000 most common passwords are refused. */
    @WithDefault("false")
    boolean passwordDictionary();

    /** Whether passwords are refused that contain the user's name, e-mail address, phone number or ID. */
    @WithDefault("false")
    boolean personalData();

    StrengthConfig passwordStrength();

    /** The maximum number of users of the project, 0 to 10 000; 0 for no limit. */
    @WithDefault("0")
    int userLimit();

    EmailsConfig emails();

    /** Test phone numbers, each with a code that is accepted without being sent: {@code +4915112345678:123456}. */
    Optional<List<String>> mockNumbers();

    ValidityConfig validity();

    MfaConfig mfa();

    /** Whether users are notified by e-mail of security-relevant changes. Default: the value of {@code strict}. */
    Optional<Boolean> securityNotices();

    /** Whether security takes precedence over compatibility with Appwrite's behaviour. */
    @WithDefault("false")
    boolean strict();

    /** Whether each sign-in method is enabled, by name. */
    @WithDefault("true")
    Map<@WithKeys(KnownNames.SignInMethods.class) String, Boolean> auth();

    /** Requirements for new passwords. */
    interface StrengthConfig {

        /** The minimum length in bytes, 8 to 256. */
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

    /** Which kinds of e-mail addresses are refused. */
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

    /** How long codes, links and challenges are valid. */
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

    /** Which second factors the project offers, besides recovery codes. */
    interface MfaConfig {
        @WithDefault("true")
        boolean totp();

        @WithDefault("true")
        boolean email();

        @WithDefault("true")
        boolean phone();
    }
}
