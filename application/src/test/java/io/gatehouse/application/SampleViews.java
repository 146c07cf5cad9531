package io.gatehouse.application;

import static io.gatehouse.application.SampleEvents.FIREFOX;
import static io.gatehouse.application.SampleEvents.MIDNIGHT;
import static io.gatehouse.application.SampleEvents.NAME;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.address;
import static io.gatehouse.application.SampleEvents.sessionId;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.session.AuthenticationFactor;
import java.util.List;

/** The views after a sign-up and a sign-in by {@link ContractFixture} without further events. */
public final class SampleViews {

    private SampleViews() {}

    public static AccountView accountView(AccountId account) {
        var address = address(account);
        var target =
                new TargetView("target-of-" + account.value(), NOON, NOON, "", null, "email", address.value(), false);
        return new AccountView(
                account,
                NOON,
                NOON,
                NAME,
                false,
                List.of(),
                NOON,
                address,
                null,
                false,
                false,
                false,
                false,
                Preferences.NONE,
                List.of(target),
                NOON);
    }

    /** @param name of the session */
    public static SessionView sessionView(AccountId account, String name) {
        return new SessionView(
                sessionId(account, name),
                account.value(),
                NOON,
                NOON,
                MIDNIGHT,
                "email",
                address(account).value(),
                "2001:db8::1",
                FIREFOX,
                "de",
                List.of(AuthenticationFactor.PASSWORD, AuthenticationFactor.TOTP),
                null);
    }
}
