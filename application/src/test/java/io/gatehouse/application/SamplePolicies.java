package io.gatehouse.application;

import static io.gatehouse.application.project.Policies.DEFAULT;

import io.gatehouse.application.project.EmailRules;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.project.Policies.Factors;
import io.gatehouse.application.project.Policies.Passwords;
import io.gatehouse.application.project.Policies.Sessions;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.PasswordStrength;
import io.gatehouse.domain.account.PhoneNumber;
import java.time.Duration;
import java.util.Map;

/** Policies that differ from the default ones in what their name states. */
public final class SamplePolicies {

    public static final Policies STRICT = strict(DEFAULT);

    private static final Duration A_YEAR = DEFAULT.sessions().duration();

    private SamplePolicies() {}

    public static Policies strict(Policies p) {
        return new Policies(
                p.sessions(),
                p.passwords(),
                p.userLimit(),
                p.emails(),
                p.validity(),
                p.factors(),
                p.securityNotices(),
                p.mockNumbers(),
                true);
    }

    public static Policies withSecurityNotices(Policies p) {
        return new Policies(
                p.sessions(),
                p.passwords(),
                p.userLimit(),
                p.emails(),
                p.validity(),
                p.factors(),
                true,
                p.mockNumbers(),
                p.strict());
    }

    public static Policies sessionDuration(Duration duration) {
        return sessions(new Sessions(duration, 10, false, true));
    }

    /** @param limit 0 for none */
    public static Policies sessionLimit(int limit) {
        return sessions(new Sessions(A_YEAR, limit, false, true));
    }

    public static Policies sessionLimitWithAlerts(int limit) {
        return sessions(new Sessions(A_YEAR, limit, true, true));
    }

    public static Policies keepingSessionsOnPasswordChange() {
        return sessions(new Sessions(A_YEAR, 10, false, false));
    }

    public static Policies passwordHistory(int history) {
        return passwords(new Passwords(PasswordStrength.MINIMUM, false, history, false));
    }

    public static Policies refusingPersonalData() {
        return passwords(new Passwords(PasswordStrength.MINIMUM, false, 0, true));
    }

    public static Policies passwords(Passwords passwords) {
        return of(passwords, 0, EmailRules.NONE);
    }

    public static Policies userLimit(int limit) {
        return of(DEFAULT.passwords(), limit, EmailRules.NONE);
    }

    public static Policies emailRules(EmailRules rules) {
        return of(DEFAULT.passwords(), 0, rules);
    }

    public static Policies of(Passwords passwords, int userLimit, EmailRules emails) {
        return new Policies(
                DEFAULT.sessions(),
                passwords,
                userLimit,
                emails,
                DEFAULT.validity(),
                DEFAULT.factors(),
                DEFAULT.securityNotices(),
                DEFAULT.mockNumbers(),
                DEFAULT.strict());
    }

    public static Policies factors(Factors factors) {
        return granting(DEFAULT.sessions(), factors, Map.of());
    }

    public static Policies mockNumber(PhoneNumber phone, Secret code) {
        return granting(DEFAULT.sessions(), DEFAULT.factors(), Map.of(phone, code));
    }

    private static Policies sessions(Sessions sessions) {
        return granting(sessions, DEFAULT.factors(), Map.of());
    }

    private static Policies granting(Sessions sessions, Factors factors, Map<PhoneNumber, Secret> mockNumbers) {
        return new Policies(
                sessions,
                DEFAULT.passwords(),
                DEFAULT.userLimit(),
                DEFAULT.emails(),
                DEFAULT.validity(),
                factors,
                DEFAULT.securityNotices(),
                mockNumbers,
                DEFAULT.strict());
    }
}
