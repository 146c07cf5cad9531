package io.gatehouse.application.project;

import io.gatehouse.domain.Refusal.FactorIsOff;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.PasswordStrength;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.mfa.Factor;
import java.time.Duration;
import java.util.Map;

/**
 * The policies of a project.
 *
 * @param userLimit the maximum number of users, 1 to 10 000; 0 for no limit
 * @param securityNotices whether users are notified by e-mail of security-relevant changes
 * @param mockNumbers test phone numbers, each with its fixed six-digit code, which is accepted and never sent
 * @param strict whether to prefer security over compatibility with Appwrite's behaviour
 */
public record Policies(
        Sessions sessions,
        Passwords passwords,
        int userLimit,
        EmailRules emails,
        Validity validity,
        Factors factors,
        boolean securityNotices,
        Map<PhoneNumber, Secret> mockNumbers,
        boolean strict) {

    /** The API's defaults. */
    public static final Policies DEFAULT = new Policies(
            new Sessions(Duration.ofDays(365), 10, false, true),
            new Passwords(PasswordStrength.MINIMUM, false, 0, false),
            0,
            EmailRules.NONE,
            new Validity(
                    Duration.ofHours(1),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofDays(7),
                    Duration.ofHours(1)),
            new Factors(true, true, true),
            false,
            Map.of(),
            false);

    /** Limits how long an attacker can use a link found in an old e-mail; the API's default is a week. */
    private static final Duration STRICT_VERIFICATION = Duration.ofHours(1);

    public Policies {
        mockNumbers = Map.copyOf(mockNumbers);
    }

    /** Whether a new password ends the sessions that were opened with the old one. */
    public boolean newPasswordEndsSessions() {
        return strict || sessions.endedByNewPassword();
    }

    /** How long a link that verifies an e-mail address is valid. */
    public Duration emailVerificationValidity() {
        return strict ? STRICT_VERIFICATION : validity.emailVerification();
    }

    /**
     * @param duration of a new session; at least one minute
     * @param limit the maximum per user, 1 to 100, beyond which a new session ends the oldest; 0 for no limit
     * @param alerts whether users are notified of new sessions by e-mail
     */
    public record Sessions(Duration duration, int limit, boolean alerts, boolean endedByNewPassword) {}

    /**
     * @param dictionary whether the most common passwords are refused
     * @param history the number of earlier passwords that may not be reused; 0 to 20
     * @param personalData whether passwords that contain the user's name, e-mail, phone or ID are refused
     */
    public record Passwords(PasswordStrength strength, boolean dictionary, int history, boolean personalData) {}

    /** How long tokens and challenges are valid. */
    public record Validity(
            Duration magicUrl,
            Duration emailCode,
            Duration phoneCode,
            Duration recovery,
            Duration emailVerification,
            Duration challenge) {}

    /** Which second factors the project offers. Recovery codes are always offered. */
    public record Factors(boolean totp, boolean email, boolean phone) {
        public boolean offers(Factor factor) {
            return switch (factor) {
                case TOTP -> totp;
                case EMAIL -> email;
                case PHONE -> phone;
                case RECOVERY_CODE -> true;
            };
        }

        /** @throws RefusedException with {@link FactorIsOff} */
        public void require(Factor factor) {
            if (!offers(factor)) {
                throw new RefusedException(new FactorIsOff(factor.value()));
            }
        }
    }
}
