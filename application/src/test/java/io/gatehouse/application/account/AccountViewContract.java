package io.gatehouse.application.account;

import static io.gatehouse.application.SampleEvents.HASH;
import static io.gatehouse.application.SampleEvents.NEW_HASH;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.ONE_HOUR_LATER;
import static io.gatehouse.application.SampleEvents.address;
import static io.gatehouse.application.SampleEvents.authenticatorCreated;
import static io.gatehouse.application.SampleEvents.digest;
import static io.gatehouse.application.SampleEvents.emailTargetCreated;
import static io.gatehouse.application.SampleEvents.pushTargetCreated;
import static io.gatehouse.application.SampleEvents.recoveryCodesCreated;
import static io.gatehouse.application.SampleViews.accountView;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.session.SessionAuthentication;
import io.gatehouse.domain.account.AccountCommand.BlockAccount;
import io.gatehouse.domain.account.AccountCommand.ChangeName;
import io.gatehouse.domain.account.AccountCommand.RecordAccess;
import io.gatehouse.domain.account.AccountCommand.ReplacePreferences;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountEvent.EmailChanged;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.account.AccountEvent.MfaDisabled;
import io.gatehouse.domain.account.AccountEvent.MfaEnabled;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneVerified;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorDeleted;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodeSpent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesConcealed;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesReplaced;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.PushTargetUpdated;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;
import io.gatehouse.domain.target.TargetId;
import org.junit.jupiter.api.Test;

/** The account view of the directory and of an authenticated request, after each event of the account. */
public abstract class AccountViewContract {

    private static final EmailAddress NEW_ADDRESS = new EmailAddress("new-address@example.com");
    private static final PhoneNumber PHONE = new PhoneNumber("+4915112345678");

    private final AccountDirectory accounts;
    private final SessionAuthentication authentication;
    private final ContractFixture given;
    private final AccountId alice;

    protected AccountViewContract(EventStore store, AccountDirectory accounts, SessionAuthentication authentication) {
        this.accounts = accounts;
        this.authentication = authentication;
        this.given = new ContractFixture(store);
        this.alice = given.alice();
    }

    @Test
    void name_preferences_last_access_and_block_are_shown_as_they_are_now() {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        var preferences = new Preferences("{\"b\": 1, \"a\": \"\\u0000 \uD83D\uDD11\"}");
        var name = new DisplayName("Älice 🔑");
        given.execute(alice, new ChangeName(alice, name, ONE_HOUR_LATER));
        assertThat(shownTo(session)).isEqualTo(accountView(alice).withName(name, ONE_HOUR_LATER));
        given.execute(alice, new ReplacePreferences(alice, preferences, NOON));
        assertThat(shownTo(session).preferences()).isEqualTo(preferences);
        given.execute(alice, new RecordAccess(alice, ONE_HOUR_LATER));
        assertThat(shownTo(session).accessedAt()).isEqualTo(ONE_HOUR_LATER);
        given.execute(alice, new BlockAccount(alice, ONE_HOUR_LATER));
        assertThat(shownTo(session).blocked()).isTrue();
    }

    @Test
    void a_rehashed_password_changes_nothing_that_is_shown() {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        given.execute(alice, new SignIn(alice, HASH, NEW_HASH, ONE_HOUR_LATER));
        assertThat(shownTo(session)).isEqualTo(accountView(alice));
    }

    @Test
    void a_new_email_address_is_unverified_even_if_the_old_one_was_verified() {
        given.signUp(alice);
        given.append(new EmailVerified(alice, NOON.plusSeconds(1)));
        assertThat(shown()).matches(AccountView::emailVerified).returns(NOON.plusSeconds(1), AccountView::updatedAt);
        given.append(new EmailChanged(alice, NEW_ADDRESS, ONE_HOUR_LATER));
        assertThat(shown())
                .returns(NEW_ADDRESS, AccountView::email)
                .returns(false, AccountView::emailVerified)
                .returns(ONE_HOUR_LATER, AccountView::updatedAt);
        assertThat(accounts.find(given.project(), address(alice))).isEmpty();
        assertThat(accounts.find(given.project(), NEW_ADDRESS)).isPresent();
    }

    @Test
    void a_new_phone_number_is_unverified_even_if_the_old_one_was_verified() {
        given.signUp(alice);
        given.append(new PhoneChanged(alice, new PhoneNumber("+33612345678"), NOON));
        given.append(new PhoneVerified(alice, NOON.plusSeconds(1)));
        assertThat(shown()).matches(AccountView::phoneVerified).returns(NOON.plusSeconds(1), AccountView::updatedAt);
        given.append(new PhoneChanged(alice, PHONE, ONE_HOUR_LATER));
        assertThat(shown())
                .returns(PHONE, AccountView::phone)
                .returns(false, AccountView::phoneVerified)
                .returns(ONE_HOUR_LATER, AccountView::updatedAt);
    }

    @Test
    void enabling_and_disabling_mfa_is_shown_and_updates_the_account() {
        given.signUp(alice);
        assertThat(shown().mfa()).isFalse();
        given.append(new MfaEnabled(alice, ONE_HOUR_LATER));
        assertThat(shown()).returns(true, AccountView::mfa).returns(ONE_HOUR_LATER, AccountView::updatedAt);
        assertThat(accountOfCaller(given.signIn(alice, "first"))).isEqualTo(shown());
        given.append(new MfaDisabled(alice, ONE_HOUR_LATER.plusSeconds(1)));
        assertThat(shown())
                .returns(false, AccountView::mfa)
                .returns(ONE_HOUR_LATER.plusSeconds(1), AccountView::updatedAt);
    }

    @Test
    void an_authenticator_is_shown_while_it_is_verified_and_does_not_update_the_account() {
        given.signUp(alice);
        var before = shown();
        var app = authenticatorCreated(alice, "app").authenticator();
        given.append(authenticatorCreated(alice, "app"));
        assertThat(shown()).isEqualTo(before);
        given.append(new AuthenticatorVerified(alice, app, ONE_HOUR_LATER));
        assertThat(shown()).returns(true, AccountView::totp).returns(NOON, AccountView::updatedAt);
        assertThat(accountOfCaller(given.signIn(alice, "first"))).isEqualTo(shown());
        given.append(new AuthenticatorDeleted(alice, app, ONE_HOUR_LATER));
        assertThat(shown()).isEqualTo(before);
    }

    @Test
    void recovery_codes_update_the_account_when_created_spent_or_replaced_but_not_when_concealed() {
        given.signUp(alice);
        var earlier = NOON.minusSeconds(1);
        given.append(new MfaEnabled(alice, earlier));
        var codes = recoveryCodesCreated(alice, "codes", "one", "two");
        given.append(codes);
        assertThat(shown().updatedAt()).isEqualTo(codes.at()).isNotEqualTo(earlier);
        given.append(new RecoveryCodeSpent(alice, codes.codes(), digest("one"), ONE_HOUR_LATER));
        assertThat(shown().updatedAt()).isEqualTo(ONE_HOUR_LATER);
        given.append(new RecoveryCodesConcealed(alice, codes.codes(), ONE_HOUR_LATER.plusSeconds(1)));
        assertThat(shown().updatedAt()).isEqualTo(ONE_HOUR_LATER);
        given.append(new RecoveryCodesReplaced(alice, codes.codes(), ONE_HOUR_LATER.plusSeconds(2)));
        assertThat(shown().updatedAt()).isEqualTo(ONE_HOUR_LATER.plusSeconds(2));
    }

    @Test
    void a_push_target_is_shown_among_the_others_and_does_not_update_the_account() {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        var others = shown().targets();
        var phone = new TargetId(given.project(), "phone");
        given.append(pushTargetCreated(alice, "phone", session, "token-1"));
        var created = new TargetView("phone", NOON, NOON, "Google Pixel 7", "fcm", "push", "token-1", false);
        assertThat(shown().targets()).containsAll(others).contains(created).hasSize(2);
        given.append(new PushTargetUpdated(alice, phone, "Google Pixel 8", new Identifier("token-2"), ONE_HOUR_LATER));
        var updated = new TargetView("phone", NOON, ONE_HOUR_LATER, "Google Pixel 8", "fcm", "push", "token-2", false);
        assertThat(shown().targets()).containsAll(others).contains(updated).hasSize(2);
        assertThat(shown().updatedAt()).isEqualTo(NOON);
        assertThat(accountOfCaller(session)).isEqualTo(shown());
        given.append(new TargetDeleted(alice, phone, ONE_HOUR_LATER));
        assertThat(shown().targets()).isEqualTo(others);
        assertThat(shown().updatedAt()).isEqualTo(NOON);
    }

    @Test
    void a_readdressed_target_keeps_its_id_its_place_and_its_creation_time() {
        given.signUp(alice);
        var smsTarget = new TargetId(given.project(), "sms-of-alice");
        given.append(new TargetCreated(alice, smsTarget, "sms", new Identifier(PHONE.value()), ONE_HOUR_LATER));
        given.append(new TargetReaddressed(
                alice,
                emailTargetCreated(alice, NEW_ADDRESS).target(),
                new Identifier(NEW_ADDRESS.value()),
                ONE_HOUR_LATER));
        assertThat(shown().targets())
                .containsExactly(
                        new TargetView(
                                "target-of-alice", NOON, ONE_HOUR_LATER, "", null, "email", NEW_ADDRESS.value(), false),
                        new TargetView(
                                "sms-of-alice", ONE_HOUR_LATER, ONE_HOUR_LATER, "", null, "sms", PHONE.value(), false));
    }

    private AccountView shown() {
        return accounts.find(alice).orElseThrow();
    }

    private AccountView accountOfCaller(SessionId session) {
        return authentication.authenticate(alice, session, NOON).orElseThrow().account();
    }

    /** @return the view of the directory, after asserting that a request of that session has the same */
    private AccountView shownTo(SessionId session) {
        assertThat(accountOfCaller(session)).isEqualTo(shown());
        return shown();
    }
}
