package io.gatehouse.application.account;

import static io.gatehouse.application.SampleEvents.HASH;
import static io.gatehouse.application.SampleEvents.NEW_HASH;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.ONE_HOUR_LATER;
import static io.gatehouse.application.SampleEvents.address;
import static io.gatehouse.application.SampleEvents.emailTargetCreated;
import static io.gatehouse.application.SampleEvents.pushTargetCreated;
import static io.gatehouse.application.SampleViews.accountView;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.account.AccountDirectory.Credentials;
import io.gatehouse.application.account.AccountDirectory.KnownAccount;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.session.SessionAuthentication;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountEvent.PasswordChanged;
import io.gatehouse.domain.account.AccountEvent.PasswordRemembered;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.PushTargetUpdated;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;
import io.gatehouse.domain.target.TargetId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Look-ups of accounts, password hashes and targets. Contents of views are tested by {@link AccountViewContract}. */
public abstract class AccountDirectoryContract {

    private static final EmailAddress NEW_ADDRESS = new EmailAddress("new-address@example.com");
    private static final PhoneNumber PHONE = new PhoneNumber("+4915112345678");

    private final AccountDirectory accounts;
    private final SessionAuthentication authentication;
    private final ContractFixture given;
    private final AccountId alice;
    private final AccountId bob;

    protected AccountDirectoryContract(
            EventStore store, AccountDirectory accounts, SessionAuthentication authentication) {
        this.accounts = accounts;
        this.authentication = authentication;
        this.given = new ContractFixture(store);
        this.alice = given.alice();
        this.bob = given.bob();
    }

    @Test
    void an_account_is_found_by_its_email_address_in_its_own_project_only() {
        given.signUp(alice);
        assertThat(accounts.findByEmail(given.project(), address(alice))).contains(new KnownAccount(alice, HASH));
        assertThat(accounts.findByEmail(given.project(), address(bob))).isEmpty();
        assertThat(accounts.findByEmail(given.otherProject(), address(alice))).isEmpty();
    }

    @Test
    void an_account_is_found_with_its_latest_password_hash() {
        given.signUp(alice);
        given.execute(alice, new SignIn(alice, HASH, NEW_HASH, NOON));
        assertThat(accounts.findByEmail(given.project(), address(alice))).contains(new KnownAccount(alice, NEW_HASH));
    }

    @Test
    void an_account_without_a_password_is_found_without_a_hash() {
        given.append(new UserCreated(alice, address(alice), null, null, NOON));
        assertThat(accounts.findByEmail(given.project(), address(alice))).contains(new KnownAccount(alice, null));
        var account = accountOfCaller(given.signIn(alice, "first"));
        assertThat(account.passwordUpdatedAt()).isNull();
        assertThat(account.name()).isNull();
        assertThat(account.targets()).isEmpty();
    }

    @Test
    void a_changed_password_is_found_as_the_latest_hash_and_shown_by_its_time() {
        given.signUp(alice);
        given.append(new PasswordChanged(alice, NEW_HASH, ONE_HOUR_LATER));
        assertThat(accounts.find(alice))
                .get()
                .returns(ONE_HOUR_LATER, AccountView::passwordUpdatedAt)
                .returns(ONE_HOUR_LATER, AccountView::updatedAt);
        assertThat(accounts.findByEmail(given.project(), address(alice))).contains(new KnownAccount(alice, NEW_HASH));
        assertThat(accounts.credentials(alice)).contains(new Credentials(NEW_HASH, List.of()));
    }

    @Test
    void former_passwords_are_returned_oldest_first_as_many_as_the_event_allows() {
        given.signUp(alice);
        given.append(remembered("first", 3), remembered("second", 3));
        given.append(remembered("third", 3));
        assertThat(formerPasswordsOfAlice()).containsExactly(hash("first"), hash("second"), hash("third"));
        given.append(remembered("fourth", 3));
        assertThat(formerPasswordsOfAlice()).containsExactly(hash("second"), hash("third"), hash("fourth"));
        given.append(remembered("fifth", 1));
        assertThat(formerPasswordsOfAlice()).containsExactly(hash("fifth"));
        assertThat(accounts.find(alice)).contains(accountView(alice));
    }

    @Test
    void an_account_is_found_by_id_email_address_and_phone_number() {
        given.signUp(alice);
        given.signUp(bob);
        given.append(new PhoneChanged(alice, PHONE, ONE_HOUR_LATER));
        var shown = accountOfCaller(given.signIn(alice, "first"));
        assertThat(accounts.find(alice)).contains(shown);
        assertThat(accounts.find(given.project(), address(alice))).contains(shown);
        assertThat(accounts.find(given.project(), PHONE)).contains(shown);
    }

    @Test
    void nothing_is_found_by_unknown_values_or_in_another_project() {
        var elsewhere = given.otherProject();
        given.signUp(alice);
        given.append(new PhoneChanged(alice, PHONE, NOON));
        assertThat(accounts.find(bob)).isEmpty();
        assertThat(accounts.find(given.project(), NEW_ADDRESS)).isEmpty();
        assertThat(accounts.find(given.project(), new PhoneNumber("+33612345678")))
                .isEmpty();
        assertThat(accounts.find(elsewhere, address(alice))).isEmpty();
        assertThat(accounts.find(elsewhere, PHONE)).isEmpty();
        assertThat(accounts.isTarget(elsewhere, new Identifier(address(alice).value())))
                .isFalse();
        assertThat(accounts.credentials(bob)).isEmpty();
    }

    @Test
    void a_target_is_found_by_its_owner_only() {
        given.signUp(alice);
        given.signUp(bob);
        given.append(pushTargetCreated(alice, "phone", null));
        var phone = new TargetId(given.project(), "phone");
        assertThat(accounts.findTarget(alice, phone)).get().returns("phone", TargetView::id);
        assertThat(accounts.findTarget(bob, phone)).isEmpty();
        assertThat(accounts.findTarget(alice, new TargetId(given.project(), "tablet")))
                .isEmpty();
        var emailTarget = emailTargetCreated(alice, address(alice)).target();
        assertThat(accounts.findTarget(alice, emailTarget)).get().returns("email", TargetView::providerType);
    }

    @Test
    void an_address_is_that_of_a_target_until_the_target_gets_another() {
        given.signUp(alice);
        assertThat(isTarget(address(alice).value())).isTrue();
        given.append(new TargetReaddressed(
                alice,
                emailTargetCreated(alice, NEW_ADDRESS).target(),
                new Identifier(NEW_ADDRESS.value()),
                ONE_HOUR_LATER));
        assertThat(isTarget(address(alice).value())).isFalse();
        assertThat(isTarget(NEW_ADDRESS.value())).isTrue();
    }

    @Test
    void a_device_token_is_that_of_a_target_until_the_target_gets_another() {
        given.signUp(alice);
        given.append(pushTargetCreated(alice, "phone", null, "token-1"));
        assertThat(isTarget("token-1")).isTrue();
        var phone = new TargetId(given.project(), "phone");
        given.append(new PushTargetUpdated(alice, phone, "", new Identifier("token-2"), ONE_HOUR_LATER));
        assertThat(isTarget("token-1")).isFalse();
        assertThat(isTarget("token-2")).isTrue();
    }

    @Test
    void a_project_is_full_when_it_has_at_least_as_many_users_as_its_limit() {
        assertThat(accounts.isFull(given.project(), 1)).isFalse();
        given.signUp(alice);
        given.signUp(bob);
        assertThat(accounts.isFull(given.project(), 1)).isTrue();
        assertThat(accounts.isFull(given.project(), 2)).isTrue();
        assertThat(accounts.isFull(given.project(), 3)).isFalse();
        given.delete(bob);
        assertThat(accounts.isFull(given.project(), 2)).isFalse();
    }

    private AccountView accountOfCaller(SessionId session) {
        return authentication.authenticate(alice, session, NOON).orElseThrow().account();
    }

    private boolean isTarget(String identifier) {
        return accounts.isTarget(given.project(), new Identifier(identifier));
    }

    private List<PasswordHash> formerPasswordsOfAlice() {
        return accounts.credentials(alice).orElseThrow().remembered();
    }

    private PasswordRemembered remembered(String hash, int most) {
        return new PasswordRemembered(alice, hash(hash), most, ONE_HOUR_LATER);
    }

    private static PasswordHash hash(String name) {
        return new PasswordHash("$argon2id$" + name);
    }
}
