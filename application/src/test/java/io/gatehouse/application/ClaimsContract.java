package io.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountEvent.EmailChanged;
import io.gatehouse.domain.account.AccountEvent.MfaEnabled;
import io.gatehouse.domain.account.AccountEvent.PasswordRemembered;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.domain.token.TokenKind;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What an event store promises about what is unique in a project, and about what becomes free again. */
abstract class ClaimsContract extends ContractWithViews {

    private static final EmailAddress ELSEWHERE = new EmailAddress("elsewhere@example.com");
    private static final PhoneNumber PHONE = new PhoneNumber("+4915112345678");

    @Test
    void a_taken_user_id_is_refused_and_nothing_changes() {
        signUp(alice);
        var session = signIn(alice, "first");
        var before = view(alice, session);
        assertThat(refusalOf(() -> signUp(alice, address(bob)))).contains(new UserAlreadyExists());
        assertThat(view(alice, session)).isEqualTo(before);
        assertThat(directory().findByEmail(project, address(bob))).isEmpty();
        assertThat(logs().count(alice)).isEqualTo(2);
    }

    @Test
    void a_taken_address_is_refused_and_nothing_changes() {
        signUp(alice);
        assertThat(refusalOf(() -> signUp(bob, address(alice)))).contains(new UserAlreadyExists());
        assertThat(directory()
                        .findByEmail(project, address(alice))
                        .orElseThrow()
                        .id())
                .isEqualTo(alice);
        assertThat(logs().count(bob)).isZero();
    }

    @Test
    void a_taken_target_is_refused_and_nothing_changes() {
        signUp(alice);
        var answer = refusalOf(() -> store().transact(occasion(AuditAction.USER_CREATE), streams -> {
            streams.append(created(bob, address(bob)));
            streams.append(reachable(bob, address(alice)));
            return bob;
        }));
        assertThat(answer).contains(new TargetAlreadyExists());
        assertThat(directory().findByEmail(project, address(bob))).isEmpty();
    }

    @Test
    void of_many_who_claim_one_address_at_once_one_gets_it() throws Exception {
        var address = new EmailAddress("wanted@example.com");
        var answers = inParallel(16, n -> refusalOf(() -> signUp(new AccountId(project, "user-" + n), address)));
        assertThat(answers).containsOnlyOnce(Optional.<Refusal>empty());
        assertThat(answers)
                .filteredOn(Optional::isPresent)
                .hasSize(15)
                .containsOnly(Optional.of(new UserAlreadyExists()));
        var winner = new AccountId(project, "user-" + answers.indexOf(Optional.<Refusal>empty()));
        assertThat(directory().findByEmail(project, address).orElseThrow().id()).isEqualTo(winner);
    }

    @Test
    void in_another_project_nothing_is_taken() {
        var elsewhere = new AccountId(new ProjectId(project.value() + "-other"), alice.value());
        signUp(alice);
        signUp(elsewhere);
        assertThat(directory()
                        .findByEmail(project, address(alice))
                        .orElseThrow()
                        .id())
                .isEqualTo(alice);
        assertThat(directory()
                        .findByEmail(elsewhere.project(), address(alice))
                        .orElseThrow()
                        .id())
                .isEqualTo(elsewhere);
    }

    @Test
    void an_address_is_its_users_until_they_have_another() {
        signUp(alice);
        happened(movedTo(alice, ELSEWHERE));
        assertThat(refusalOf(() -> happened(created(bob, ELSEWHERE)))).contains(new UserAlreadyExists());
        happened(created(bob, address(alice)));
        assertThat(directory().find(project, address(alice)).orElseThrow().id()).isEqualTo(bob);
        assertThat(directory().find(project, ELSEWHERE).orElseThrow().id()).isEqualTo(alice);
    }

    @Test
    void nobody_moves_to_an_address_that_is_taken() {
        signUp(alice);
        signUp(bob);
        assertThat(refusalOf(() -> happened(movedTo(bob, address(alice))))).contains(new UserAlreadyExists());
        assertThat(directory().find(bob).orElseThrow().email()).isEqualTo(address(bob));
    }

    @Test
    void a_number_is_its_users_until_they_have_another() {
        signUp(alice);
        signUp(bob);
        happened(new PhoneChanged(alice, PHONE, NOON));
        assertThat(refusalOf(() -> happened(new PhoneChanged(bob, PHONE, NOON))))
                .contains(new UserAlreadyExists());
        happened(new PhoneChanged(alice, new PhoneNumber("+33612345678"), NOON));
        happened(new PhoneChanged(bob, PHONE, NOON));
        assertThat(directory().find(project, PHONE).orElseThrow().id()).isEqualTo(bob);
    }

    @Test
    void of_many_who_claim_one_number_at_once_one_gets_it() throws Exception {
        var users = 16;
        for (var n = 0; n < users; n++) {
            var user = new AccountId(project, "user-" + n);
            signUp(user);
        }
        var answers = inParallel(users, n -> {
            var claim = new PhoneChanged(new AccountId(project, "user-" + n), PHONE, NOON);
            return refusalOf(() -> happened(claim));
        });
        assertThat(answers).containsOnlyOnce(Optional.<Refusal>empty());
        var winner = new AccountId(project, "user-" + answers.indexOf(Optional.<Refusal>empty()));
        assertThat(directory().find(project, PHONE).orElseThrow().id()).isEqualTo(winner);
    }

    @Test
    void a_target_leads_where_no_other_does_until_it_leads_elsewhere() {
        signUp(alice);
        signUp(bob);
        assertThat(refusalOf(() -> happened(readdressed(bob, address(alice))))).contains(new TargetAlreadyExists());
        happened(readdressed(alice, ELSEWHERE));
        happened(readdressed(bob, address(alice)));
        assertThat(directory().isTarget(project, new Identifier(address(bob).value())))
                .isFalse();
    }

    @Test
    void an_account_is_deleted_with_everything_that_was_its_users() {
        signUpWithEverything(alice);
        signUp(bob);
        var ofBob = signIn(bob, "of-bob");
        delete(alice);
        assertThat(directory().find(alice)).isEmpty();
        assertThat(directory().find(project, address(alice))).isEmpty();
        assertThat(directory().find(project, PHONE)).isEmpty();
        assertThat(directory().findByEmail(project, address(alice))).isEmpty();
        assertThat(directory().credentials(alice)).isEmpty();
        assertThat(directory().isTarget(project, new Identifier(address(alice).value())))
                .isFalse();
        assertThat(sessions().of(alice, NOON)).isEmpty();
        assertThat(callers().authenticate(alice, session(alice, "first"), NOON)).isEmpty();
        assertThat(logs().count(alice)).isZero();
        assertThat(held(alice)).isZero();
        assertThat(factors().of(alice)).isEqualTo(EnrolledFactors.NONE);
        assertThat(directory().findTarget(alice, new TargetId(project, "phone-of-alice")))
                .isEmpty();
        assertThat(view(bob, ofBob).id()).isEqualTo(bob);
        assertThat(logs().count(bob)).isEqualTo(2);
    }

    @Test
    void whoever_comes_next_may_be_who_a_deleted_user_was_and_inherits_nothing() {
        signUpWithEverything(alice);
        var before = directory().find(alice);
        delete(alice);
        signUp(alice);
        happened(new PhoneChanged(alice, PHONE, NOON));
        var now = directory().find(alice).orElseThrow();
        assertThat(now.targets()).hasSize(1);
        assertThat(now.phone()).isEqualTo(PHONE);
        assertThat(now.mfa()).isFalse();
        assertThat(now.totp()).isFalse();
        assertThat(Optional.of(now)).isNotEqualTo(before);
        assertThat(directory().credentials(alice).orElseThrow().remembered()).isEmpty();
        assertThat(sessions().of(alice, NOON)).isEmpty();
        assertThat(held(alice)).isZero();
        assertThat(factors().of(alice)).isEqualTo(EnrolledFactors.NONE);
        assertThat(devices().isNewTo(alice, Client.UNKNOWN)).isFalse();
        assertThat(logs().count(alice)).isOne();
        happened(registered(alice, "phone-of-alice", null));
        assertThat(directory().find(alice).orElseThrow().targets()).hasSize(2);
    }

    @Test
    void whoever_signs_in_while_their_account_is_deleted_is_refused() {
        signUp(alice);
        var attempt = new AtomicInteger();
        var answer = refusalOf(() -> store().transact(occasion(null), streams -> {
            streams.execute(alice, new SignIn(alice, HASH, true, null, NOON));
            if (attempt.getAndIncrement() == 0) {
                CompletableFuture.runAsync(() -> delete(alice)).join();
            }
            streams.append(opened(alice, "too-late", NOON));
            return alice;
        }));
        assertThat(answer).contains(new InvalidCredentials());
        assertThat(held(alice)).isZero();
    }

    @Test
    void no_session_outlives_its_account_however_close_the_race() throws Exception {
        var users = 8;
        for (var n = 0; n < users; n++) {
            signUp(new AccountId(project, "user-" + n));
        }
        inParallel(2 * users, n -> {
            var user = new AccountId(project, "user-" + n / 2);
            return refusalOf(n % 2 == 0 ? () -> delete(user) : () -> signInByPassword(user, "session-" + n));
        });
        for (var n = 0; n < users; n++) {
            var user = new AccountId(project, "user-" + n);
            assertThat(directory().find(user)).isEmpty();
            assertThat(held(user)).isZero();
        }
    }

    private void signUpWithEverything(AccountId who) {
        signUp(who);
        var session = signIn(who, "first");
        var authenticator = enrolled(who, "app").authenticator();
        happened(
                issued(who, "token", TokenKind.MAGIC_URL),
                enrolled(who, "app"),
                new AuthenticatorVerified(who, authenticator, NOON),
                codes(who, "codes", "one", "two"),
                new MfaEnabled(who, NOON),
                challenged(who, "challenge", session, Factor.TOTP),
                registered(who, "phone-of-" + who.value(), session),
                registered(who, "tablet-of-" + who.value(), null),
                new PhoneChanged(who, PHONE, NOON),
                new PasswordRemembered(who, HASH, 3, NOON),
                new TargetCreated(
                        who,
                        new TargetId(project, "sms-of-" + who.value()),
                        "sms",
                        new Identifier(PHONE.value()),
                        NOON));
    }

    /** @return how many sessions, tokens and push targets */
    private int held(AccountId who) {
        return store().transact(
                        occasion(null),
                        streams -> streams.sessionsOf(who).size()
                                + streams.tokensOf(who).size()
                                + streams.targetsOf(who).size());
    }

    private static EmailChanged movedTo(AccountId who, EmailAddress address) {
        return new EmailChanged(who, address, NOON);
    }

    private static TargetReaddressed readdressed(AccountId who, EmailAddress to) {
        return new TargetReaddressed(who, reachable(who, to).target(), new Identifier(to.value()), NOON);
    }
}
