package io.gatehouse.application;

import static io.gatehouse.application.Concurrency.readBeforeEitherWrites;
import static io.gatehouse.application.ContractFixture.REQUEST;
import static io.gatehouse.application.SampleEvents.AFTER_MIDNIGHT;
import static io.gatehouse.application.SampleEvents.MIDNIGHT;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.authenticatorCreated;
import static io.gatehouse.application.SampleEvents.digest;
import static io.gatehouse.application.SampleEvents.newId;
import static io.gatehouse.application.SampleEvents.pushTargetCreated;
import static io.gatehouse.application.SampleEvents.recoveryCodesCreated;
import static io.gatehouse.application.SampleEvents.sessionCreated;
import static io.gatehouse.application.SampleEvents.tokenIssued;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.inventory.EnrolledFactors.EnrolledAuthenticator;
import io.gatehouse.application.inventory.EnrolledFactors.RecoveryCodeSet;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.inventory.OutstandingToken;
import io.gatehouse.application.inventory.RegisteredTarget;
import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.ActivateAuthenticator;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.DeleteAuthenticator;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.ForgetReadableCodes;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.ReplaceRecoveryCodes;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.SpendRecoveryCode;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.session.SessionCommand.ExtendUntil;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.target.TargetCommand.DeletePushTarget;
import io.gatehouse.domain.token.TokenCommand.RecordFailedAttempt;
import io.gatehouse.domain.token.TokenCommand.WithdrawToken;
import io.gatehouse.domain.token.TokenEvent.Reason;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenKind;
import io.gatehouse.domain.token.TokenTerms;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a unit of work can list of an account: open sessions, tokens, second factors and push targets. */
public abstract class InventoriesContract {

    private final EventStore store;
    private final FactorViews factors;
    private final ContractFixture given;
    private final AccountId alice;
    private final AccountId bob;

    protected InventoriesContract(PersistencePorts ports) {
        this.store = ports.store();
        this.factors = ports.factors();
        this.given = new ContractFixture(store);
        this.alice = given.alice();
        this.bob = given.bob();
    }

    @Test
    void sessions_are_listed_oldest_first_until_they_end() {
        given.signUp(alice);
        given.signUp(bob);
        var second = given.signIn(alice, "second", NOON.plusSeconds(1));
        var third = given.signIn(alice, "third", NOON.plusSeconds(2));
        var first = given.signIn(alice, "first", NOON);
        given.signIn(bob, "of-bob");
        given.execute(second, new RevokeSession(second, alice, NOON));
        given.execute(third, new ExtendUntil(third, alice, AFTER_MIDNIGHT, NOON));
        assertThat(sessionsOfAlice())
                .containsExactly(new OpenSession(first, MIDNIGHT), new OpenSession(third, AFTER_MIDNIGHT));
    }

    @Test
    void tokens_are_listed_oldest_first_until_they_end() {
        given.signUp(alice);
        given.signUp(bob);
        var second = tokenIssued(alice, "second", TokenKind.RECOVERY, NOON.plusSeconds(1));
        var first = tokenIssued(alice, "first", TokenKind.EMAIL_CODE);
        var withdrawn = tokenIssued(alice, "withdrawn", TokenKind.PHONE_CODE);
        given.append(second, first, withdrawn, tokenIssued(bob, "of-bob", TokenKind.MAGIC_URL));
        given.execute(first.token(), new RecordFailedAttempt(first.token(), NOON));
        given.execute(withdrawn.token(), new WithdrawToken(withdrawn.token(), Reason.ADDRESS_CHANGED, NOON));
        assertThat(tokensOfAlice()).containsExactly(listed(first), listed(second));
    }

    @Test
    void push_targets_are_listed_until_they_are_deleted() {
        given.signUp(alice);
        given.signUp(bob);
        var session = given.signIn(alice, "first");
        var phone = pushTargetCreated(alice, "phone", session);
        var tablet = pushTargetCreated(alice, "tablet", null);
        var watch = pushTargetCreated(alice, "watch", session);
        given.append(phone, tablet, watch, pushTargetCreated(bob, "of-bob", null));
        given.execute(watch.target(), new DeletePushTarget(watch.target(), alice, NOON));
        assertThat(targetsOfAlice())
                .containsExactlyInAnyOrder(
                        new RegisteredTarget(phone.target(), session), new RegisteredTarget(tablet.target(), null));
    }

    @Test
    void an_authenticator_is_listed_from_its_creation_until_it_is_deleted() {
        given.signUp(alice);
        given.signUp(bob);
        assertThat(factorsOfAlice()).isEqualTo(new EnrolledFactors(null, null));
        var app = authenticatorCreated(alice, "app");
        given.append(app, authenticatorCreated(bob, "of-bob"));
        assertThat(factorsOfAlice().authenticator()).isEqualTo(listed(app, false));
        given.execute(app.authenticator(), new ActivateAuthenticator(alice, app.authenticator(), NOON));
        assertThat(factorsOfAlice().authenticator()).isEqualTo(listed(app, true));
        assertThat(factors.of(alice)).isEqualTo(factorsOfAlice());
        given.execute(app.authenticator(), new DeleteAuthenticator(alice, app.authenticator(), NOON));
        assertThat(factorsOfAlice()).isEqualTo(new EnrolledFactors(null, null));
    }

    @Test
    void a_new_authenticator_can_replace_a_deleted_one_in_the_same_unit_of_work() {
        given.signUp(alice);
        var first = authenticatorCreated(alice, "first");
        var second = authenticatorCreated(alice, "second");
        given.append(first);
        store.transact(REQUEST, streams -> {
            streams.execute(first.authenticator(), new DeleteAuthenticator(alice, first.authenticator(), NOON));
            streams.append(second);
            return alice;
        });
        assertThat(factorsOfAlice().authenticator()).isEqualTo(listed(second, false));
    }

    @Test
    void recovery_codes_are_listed_in_their_order_until_each_of_them_is_spent() {
        given.signUp(alice);
        given.signUp(bob);
        var codes = recoveryCodesCreated(alice, "codes", "one", "two", "three");
        given.append(codes, recoveryCodesCreated(bob, "of-bob", "four"));
        assertThat(factorsOfAlice().recoveryCodes()).isEqualTo(listed(codes, "one", "two", "three"));
        spend(codes, "two");
        assertThat(factorsOfAlice().recoveryCodes()).isEqualTo(listed(codes, "one", "three"));
        spend(codes, "three");
        spend(codes, "one");
        assertThat(factorsOfAlice().recoveryCodes()).isEqualTo(new RecoveryCodeSet(codes.codes(), List.of(), null));
        assertThat(factorsOfAlice().hasRecoveryCodes()).isFalse();
        assertThat(factors.of(alice)).isEqualTo(factorsOfAlice());
    }

    @Test
    void concealed_recovery_codes_can_be_spent_but_not_read() {
        given.signUp(alice);
        var codes = recoveryCodesCreated(alice, "codes", "one", "two");
        given.append(codes);
        given.execute(codes.codes(), new ForgetReadableCodes(alice, codes.codes(), NOON));
        assertThat(factorsOfAlice().recoveryCodes())
                .isEqualTo(new RecoveryCodeSet(codes.codes(), List.of(digest("one"), digest("two")), null));
        spend(codes, "one");
        assertThat(factorsOfAlice().recoveryCodes())
                .isEqualTo(new RecoveryCodeSet(codes.codes(), List.of(digest("two")), null));
    }

    @Test
    void a_new_set_of_recovery_codes_can_follow_one_that_was_replaced_or_spent() {
        given.signUp(alice);
        var first = recoveryCodesCreated(alice, "first", "one");
        var second = recoveryCodesCreated(alice, "second", "two");
        var third = recoveryCodesCreated(alice, "third", "three");
        given.append(first);
        store.transact(REQUEST, streams -> {
            streams.execute(first.codes(), new ReplaceRecoveryCodes(alice, first.codes(), NOON));
            streams.append(second);
            return alice;
        });
        assertThat(factorsOfAlice().recoveryCodes()).isEqualTo(listed(second, "two"));
        spend(second, "two");
        given.append(third);
        assertThat(factorsOfAlice().recoveryCodes()).isEqualTo(listed(third, "three"));
    }

    @Test
    void sessions_and_tokens_are_listed_without_those_of_the_same_unit_of_work() {
        given.signUp(alice);
        var first = given.signIn(alice, "first");
        var listed = store.transact(REQUEST, streams -> {
            streams.append(sessionCreated(alice, "second"));
            streams.append(tokenIssued(alice, "token", TokenKind.MAGIC_URL));
            assertThat(streams.list(alice, OutstandingToken.INVENTORY)).isEmpty();
            return streams.list(alice, OpenSession.INVENTORY);
        });
        assertThat(listed).containsExactly(new OpenSession(first, MIDNIGHT));
    }

    @Test
    void factors_are_listed_without_those_of_the_same_unit_of_work() {
        given.signUp(alice);
        var listed = store.transact(REQUEST, streams -> {
            streams.append(authenticatorCreated(alice, "app"));
            streams.append(recoveryCodesCreated(alice, "codes", "one"));
            return streams.list(alice, EnrolledFactors.INVENTORY);
        });
        assertThat(listed).isEqualTo(new EnrolledFactors(null, null));
    }

    @Test
    void push_targets_are_listed_without_those_of_the_same_unit_of_work() {
        given.signUp(alice);
        var listed = store.transact(REQUEST, streams -> {
            streams.append(pushTargetCreated(alice, "phone", null));
            return streams.list(alice, RegisteredTarget.INVENTORY);
        });
        assertThat(listed).isEmpty();
        assertThat(targetsOfAlice()).hasSize(1);
    }

    @Test
    void of_two_concurrent_sign_ins_one_lists_the_session_of_the_other() throws Exception {
        given.signUp(alice);
        var listed = readBeforeEitherWrites(
                store,
                streams -> streams.list(alice, OpenSession.INVENTORY).size(),
                (streams, _) -> streams.append(sessionCreated(alice, newId())));
        assertThat(listed).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void of_two_tokens_issued_concurrently_one_unit_of_work_lists_the_token_of_the_other() throws Exception {
        given.signUp(alice);
        var listed = readBeforeEitherWrites(
                store,
                streams -> streams.list(alice, OutstandingToken.INVENTORY).size(),
                (streams, _) -> streams.append(tokenIssued(alice, newId(), TokenKind.MAGIC_URL)));
        assertThat(listed).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void of_two_push_targets_registered_concurrently_one_unit_of_work_lists_the_target_of_the_other() throws Exception {
        given.signUp(alice);
        var listed = readBeforeEitherWrites(
                store,
                streams -> streams.list(alice, RegisteredTarget.INVENTORY).size(),
                (streams, _) -> streams.append(pushTargetCreated(alice, newId(), null)));
        assertThat(listed).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void of_two_concurrent_enrolments_one_lists_the_authenticator_of_the_other() throws Exception {
        given.signUp(alice);
        var listed = readBeforeEitherWrites(
                store,
                streams -> streams.list(alice, EnrolledFactors.INVENTORY).authenticator() != null,
                (streams, present) -> {
                    if (!present) {
                        streams.append(authenticatorCreated(alice, newId()));
                    }
                });
        assertThat(listed).containsExactlyInAnyOrder(false, true);
    }

    @Test
    void of_two_sets_of_recovery_codes_created_concurrently_one_unit_of_work_lists_the_set_of_the_other()
            throws Exception {
        given.signUp(alice);
        var listed = readBeforeEitherWrites(
                store,
                streams -> streams.list(alice, EnrolledFactors.INVENTORY).hasRecoveryCodes(),
                (streams, present) -> {
                    if (!present) {
                        streams.append(recoveryCodesCreated(alice, newId(), "one"));
                    }
                });
        assertThat(listed).containsExactlyInAnyOrder(false, true);
    }

    private List<OpenSession> sessionsOfAlice() {
        return store.transact(REQUEST, streams -> streams.list(alice, OpenSession.INVENTORY));
    }

    private List<OutstandingToken> tokensOfAlice() {
        return store.transact(REQUEST, streams -> streams.list(alice, OutstandingToken.INVENTORY));
    }

    private List<RegisteredTarget> targetsOfAlice() {
        return store.transact(REQUEST, streams -> streams.list(alice, RegisteredTarget.INVENTORY));
    }

    private EnrolledFactors factorsOfAlice() {
        return store.transact(REQUEST, streams -> streams.list(alice, EnrolledFactors.INVENTORY));
    }

    private static OutstandingToken listed(TokenIssued e) {
        return new OutstandingToken(e.token(), new TokenTerms(e.kind(), e.secret(), e.expiresAt()), e.at());
    }

    private static EnrolledAuthenticator listed(AuthenticatorCreated e, boolean verified) {
        return new EnrolledAuthenticator(e.authenticator(), e.secret(), verified);
    }

    private static RecoveryCodeSet listed(RecoveryCodesCreated e, String... unspent) {
        return new RecoveryCodeSet(
                e.codes(), Stream.of(unspent).map(SampleEvents::digest).toList(), e.sealed());
    }

    private void spend(RecoveryCodesCreated codes, String code) {
        given.execute(codes.codes(), new SpendRecoveryCode(alice, codes.codes(), List.of(digest(code)), NOON));
    }
}
