package io.gatehouse.application.account;

import static io.gatehouse.application.Concurrency.inParallel;
import static io.gatehouse.application.ContractFixture.REQUEST;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.SampleEvents.HASH;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.address;
import static io.gatehouse.application.SampleEvents.authenticatorCreated;
import static io.gatehouse.application.SampleEvents.challengeCreated;
import static io.gatehouse.application.SampleEvents.pushTargetCreated;
import static io.gatehouse.application.SampleEvents.recoveryCodesCreated;
import static io.gatehouse.application.SampleEvents.sessionCreated;
import static io.gatehouse.application.SampleEvents.sessionId;
import static io.gatehouse.application.SampleEvents.tokenIssued;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ConcurrentRequest;
import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.PersistencePorts;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.inventory.OutstandingToken;
import io.gatehouse.application.inventory.RegisteredTarget;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountEvent.MfaEnabled;
import io.gatehouse.domain.account.AccountEvent.PasswordRemembered;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.domain.token.TokenKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** After the deletion of an account, no view contains its data, and its unique values are free. */
public abstract class AccountDeletionContract {

    private static final PhoneNumber PHONE = new PhoneNumber("+4915112345678");

    private final PersistencePorts ports;
    private final EventStore store;
    private final AccountDirectory accounts;
    private final ContractFixture given;
    private final AccountId alice;
    private final AccountId bob;

    protected AccountDeletionContract(PersistencePorts ports) {
        this.ports = ports;
        this.store = ports.store();
        this.accounts = ports.accounts();
        this.given = new ContractFixture(store);
        this.alice = given.alice();
        this.bob = given.bob();
    }

    @Test
    void a_deleted_account_and_everything_it_had_is_in_no_view() {
        signUpWithEverything(alice);
        given.signUp(bob);
        var ofBob = given.signIn(bob, "of-bob");
        given.delete(alice);
        assertThat(accounts.find(alice)).isEmpty();
        assertThat(accounts.find(given.project(), address(alice))).isEmpty();
        assertThat(accounts.find(given.project(), PHONE)).isEmpty();
        assertThat(accounts.findByEmail(given.project(), address(alice))).isEmpty();
        assertThat(accounts.credentials(alice)).isEmpty();
        assertThat(accounts.isTarget(
                        given.project(), new Identifier(address(alice).value())))
                .isFalse();
        assertThat(ports.sessions().of(alice, NOON)).isEmpty();
        assertThat(ports.authentication().authenticate(alice, sessionId(alice, "first"), NOON))
                .isEmpty();
        assertThat(ports.logs().count(alice)).isZero();
        assertThat(sessionsTokensAndTargetsOf(alice)).isZero();
        assertThat(ports.factors().of(alice)).isEqualTo(new EnrolledFactors(null, null));
        assertThat(accounts.findTarget(alice, new TargetId(given.project(), "phone-of-alice")))
                .isEmpty();
        assertThat(ports.accountOfCaller(bob, ofBob).id()).isEqualTo(bob);
        assertThat(ports.logs().count(bob)).isEqualTo(2);
    }

    @Test
    void a_new_account_can_take_id_address_and_number_of_a_deleted_one_and_inherits_nothing() {
        signUpWithEverything(alice);
        var before = accounts.find(alice);
        given.delete(alice);
        given.signUp(alice);
        given.append(new PhoneChanged(alice, PHONE, NOON));
        var now = accounts.find(alice).orElseThrow();
        assertThat(now.targets()).hasSize(1);
        assertThat(now.phone()).isEqualTo(PHONE);
        assertThat(now.mfa()).isFalse();
        assertThat(now.totp()).isFalse();
        assertThat(Optional.of(now)).isNotEqualTo(before);
        assertThat(accounts.credentials(alice).orElseThrow().remembered()).isEmpty();
        assertThat(ports.sessions().of(alice, NOON)).isEmpty();
        assertThat(sessionsTokensAndTargetsOf(alice)).isZero();
        assertThat(ports.factors().of(alice)).isEqualTo(new EnrolledFactors(null, null));
        assertThat(ports.devices().isNewTo(alice, Client.UNKNOWN)).isFalse();
        assertThat(ports.logs().count(alice)).isOne();
        given.append(pushTargetCreated(alice, "phone-of-alice", null));
        assertThat(accounts.find(alice).orElseThrow().targets()).hasSize(2);
    }

    @Test
    void a_sign_in_is_refused_if_the_account_is_deleted_concurrently() {
        given.signUp(alice);
        var concurrently = new ConcurrentRequest(() -> given.delete(alice));
        var answer = refusalOf(() -> store.transact(REQUEST, streams -> {
            streams.execute(alice, new SignIn(alice, HASH, null, NOON));
            concurrently.commitInFirstAttempt();
            streams.append(sessionCreated(alice, "too-late"));
            return alice;
        }));
        assertThat(answer).contains(new InvalidCredentials());
        assertThat(sessionsTokensAndTargetsOf(alice)).isZero();
    }

    @Test
    void no_session_of_a_concurrent_sign_in_outlives_its_account() throws Exception {
        var users = 8;
        for (var n = 0; n < users; n++) {
            given.signUp(given.user("user-" + n));
        }
        inParallel(2 * users, n -> {
            var user = given.user("user-" + n / 2);
            return refusalOf(
                    n % 2 == 0 ? () -> given.delete(user) : () -> given.signInByPassword(user, "session-" + n));
        });
        for (var n = 0; n < users; n++) {
            var user = given.user("user-" + n);
            assertThat(accounts.find(user)).isEmpty();
            assertThat(sessionsTokensAndTargetsOf(user)).isZero();
        }
    }

    private void signUpWithEverything(AccountId account) {
        given.signUp(account);
        var session = given.signIn(account, "first");
        var authenticator = authenticatorCreated(account, "app").authenticator();
        var smsTarget = new TargetId(given.project(), "sms-of-" + account.value());
        given.append(
                tokenIssued(account, "token", TokenKind.MAGIC_URL),
                authenticatorCreated(account, "app"),
                new AuthenticatorVerified(account, authenticator, NOON),
                recoveryCodesCreated(account, "codes", "one", "two"),
                new MfaEnabled(account, NOON),
                challengeCreated(account, "challenge", session, Factor.TOTP),
                pushTargetCreated(account, "phone-of-" + account.value(), session),
                pushTargetCreated(account, "tablet-of-" + account.value(), null),
                new PhoneChanged(account, PHONE, NOON),
                new PasswordRemembered(account, HASH, 3, NOON),
                new TargetCreated(account, smsTarget, "sms", new Identifier(PHONE.value()), NOON));
    }

    private int sessionsTokensAndTargetsOf(AccountId account) {
        return store.transact(
                REQUEST,
                streams -> streams.list(account, OpenSession.INVENTORY).size()
                        + streams.list(account, OutstandingToken.INVENTORY).size()
                        + streams.list(account, RegisteredTarget.INVENTORY).size());
    }
}
