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
 * What a project demands of its users, and grants them.
 *
 * @param userLimit how many users it takes in; 0 for any number, at most 10 000 otherwise
 * @param securityNotices whether users are told by mail of changes that a thief would make
 * @param mockNumbers phones of testers, each with the six digits that always work and are never sent
 * @param strict security before parity with the API's customs
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

    /** What the API grants unless told otherwise. */
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

    /** Strict projects give whoever holds an old mail an hour, not a week. */
    private static final Duration STRICT_VERIFICATION = Duration.ofHours(1);

    public Policies {
        mockNumbers = Map.copyOf(mockNumbers);
    }

    /** Whether a new password ends the sessions that were opened under the old one. */
    public boolean newPasswordEndsSessions() {
        return strict || sessions.endedByNewPassword();
    }

    /** How long a link that verifies an address works. */
    public Duration emailVerificationValidity() {
        return strict ? STRICT_VERIFICATION : validity.emailVerification();
    }

    /**
     * @param duration how long a new session lasts; at least a minute
     * @param limit how many a user may have, so that a new one ends the oldest; 0 for any number, at most 100 otherwise
     * @param alerts whether users are told of new sessions by mail
     */
    public record Sessions(Duration duration, int limit, boolean alerts, boolean endedByNewPassword) {}

    /**
     * @param dictionary whether the most common passwords are refused
     * @param history how many earlier passwords may not be chosen again; 0 to 20
     * @param personalData whether passwords that contain what others know of the user are refused
     */
    public record Passwords(PasswordStrength strength, boolean dictionary, int history, boolean personalData) {}

    /** How long what was sent works. */
    public record Validity(
            Duration magicUrl,
            Duration emailCode,
            Duration phoneCode,
            Duration recovery,
            Duration emailVerification,
            Duration challenge) {}

    /** Which second factors the project offers. Recovery codes it cannot deny. */
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
