package io.gatehouse.application;

import io.gatehouse.application.Policies.Passwords;
import io.gatehouse.application.Policies.Sessions;
import io.gatehouse.application.account.EmailRules;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.PasswordStrength;
import io.gatehouse.domain.account.PhoneNumber;
import java.time.Duration;
import java.util.Map;

/** The default policies but for one thing. */
public final class SamplePolicies {

    public static final Policies STRICT = strict(Policies.DEFAULT);

    private static final Duration A_YEAR = Policies.DEFAULT.sessions().duration();

    private SamplePolicies() {}

    public static Policies strict(Policies p) {
        return new Policies(
                p.sessions(), p.passwords(), p.userLimit(), p.emails(), p.validity(), p.mockNumbers(), true);
    }

    public static Policies sessionsLast(Duration duration) {
        return sessions(new Sessions(duration, 10, false, true));
    }

    /** @param limit 0 for none */
    public static Policies atMostSessions(int limit) {
        return sessions(new Sessions(A_YEAR, limit, false, true));
    }

    public static Policies alertingOfAtMostSessions(int limit) {
        return sessions(new Sessions(A_YEAR, limit, true, true));
    }

    public static Policies sessionsOutliveNewPasswords() {
        return sessions(new Sessions(A_YEAR, 10, false, false));
    }

    public static Policies rememberingPasswords(int history) {
        return passwords(new Passwords(PasswordStrength.ANY, false, history, false));
    }

    public static Policies refusingPersonalData() {
        return passwords(new Passwords(PasswordStrength.ANY, false, 0, true));
    }

    public static Policies passwords(Passwords passwords) {
        var p = Policies.DEFAULT;
        return new Policies(
                p.sessions(), passwords, p.userLimit(), p.emails(), p.validity(), p.mockNumbers(), p.strict());
    }

    public static Policies atMostUsers(int limit) {
        var p = Policies.DEFAULT;
        return new Policies(p.sessions(), p.passwords(), limit, p.emails(), p.validity(), p.mockNumbers(), p.strict());
    }

    public static Policies emails(EmailRules rules) {
        var p = Policies.DEFAULT;
        return new Policies(
                p.sessions(), p.passwords(), p.userLimit(), rules, p.validity(), p.mockNumbers(), p.strict());
    }

    public static Policies mocking(PhoneNumber phone, Secret code) {
        var p = Policies.DEFAULT;
        return new Policies(
                p.sessions(), p.passwords(), p.userLimit(), p.emails(), p.validity(), Map.of(phone, code), p.strict());
    }

    private static Policies sessions(Sessions sessions) {
        var p = Policies.DEFAULT;
        return new Policies(
                sessions, p.passwords(), p.userLimit(), p.emails(), p.validity(), p.mockNumbers(), p.strict());
    }
}
