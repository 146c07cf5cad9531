package io.gatehouse.application.mfa;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.mfa.authenticator.Totp;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.application.session.SignOut;
import io.gatehouse.application.token.Requests;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.ChallengeRequired;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneVerified;
import io.gatehouse.domain.mfa.Factor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnableOrDisableMfaTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final SecondFactors factors = new SecondFactors(gatehouse);

    @BeforeEach
    void alice_is_here() {
        gatehouse.signUp("alice");
    }

    @Test
    void a_user_may_want_two_factors_and_change_their_mind() {
        var session = session();
        gatehouse.pass(Duration.ofSeconds(1));
        assertThat(factors.switchMfa("alice", session, true))
                .isEqualTo(gatehouse.view(id("alice")))
                .returns(true, AccountView::mfa)
                .returns(gatehouse.now(), AccountView::updatedAt);
        gatehouse.pass(Duration.ofSeconds(1));
        assertThat(factors.switchMfa("alice", session, false))
                .isEqualTo(gatehouse.view(id("alice")))
                .returns(false, AccountView::mfa)
                .returns(gatehouse.now(), AccountView::updatedAt);
    }

    @Test
    void the_session_that_switches_it_on_has_proven_all_there_is_to_prove() {
        var session = session();
        verifyEverything();
        factors.switchMfa("alice", session, true);
        assertThat(current(session))
                .returns(List.of("password", "totp", "email", "phone"), SessionView::factors)
                .returns(null, SessionView::mfaUpdatedAt);
    }

    @Test
    void what_was_never_verified_is_not_proven_by_it() {
        var session = session();
        factors.begin("alice");
        gatehouse.happened(new PhoneChanged(id("alice"), Requests.PHONE, NOON));
        factors.switchMfa("alice", session, true);
        assertThat(current(session)).isEqualTo(session);
    }

    @Test
    void other_sessions_become_incomplete_at_once_and_complete_again_when_it_is_off() {
        var session = session();
        var other = session();
        gatehouse.happened(new EmailVerified(id("alice"), NOON));
        var wanting = factors.switchMfa("alice", session, true);
        assertThat(current(session).isCompleteFor(wanting)).isTrue();
        assertThat(current(other).isCompleteFor(wanting)).isFalse();
        var relaxed = factors.switchMfa("alice", session, false);
        assertThat(current(session).factors()).containsExactly("password", "email");
        assertThat(current(other).isCompleteFor(relaxed)).isTrue();
    }

    @Test
    void without_anything_to_prove_a_second_factor_with_one_is_enough() {
        var session = session();
        factors.recoveryCodes("alice");
        var wanting = factors.switchMfa("alice", null, true);
        assertThat(wanting.factorsNeeded()).isOne();
        assertThat(current(session).isCompleteFor(wanting)).isTrue();
        gatehouse.happened(new EmailVerified(id("alice"), NOON));
        assertThat(current(session).isCompleteFor(gatehouse.view(id("alice")))).isFalse();
    }

    @Test
    void each_verified_means_raises_what_is_needed_and_its_loss_lowers_it() {
        factors.switchMfa("alice", null, true);
        var app = factors.enrol("alice");
        assertThat(gatehouse.view(id("alice")).factorsNeeded()).isEqualTo(2);
        factors.delete("alice", factors.code(app));
        assertThat(gatehouse.view(id("alice")).factorsNeeded()).isOne();
        gatehouse.happened(new PhoneChanged(id("alice"), Requests.PHONE, NOON));
        gatehouse.happened(new PhoneVerified(id("alice"), NOON));
        assertThat(gatehouse.view(id("alice")).factorsNeeded()).isEqualTo(2);
    }

    @Test
    void whoever_comes_without_a_session_proves_nothing_for_any() {
        var session = session();
        verifyEverything();
        assertThat(factors.switchMfa("alice", null, true).mfa()).isTrue();
        assertThat(current(session)).isEqualTo(session);
        assertThat(factors.switchMfa("alice", null, false).mfa()).isFalse();
    }

    @Test
    void twice_the_same_is_fine_and_happens_once() {
        var session = session();
        verifyEverything();
        factors.switchMfa("alice", session, false);
        factors.switchMfa("alice", session, true);
        var before = gatehouse.events();
        gatehouse.pass(Duration.ofSeconds(1));
        assertThat(factors.switchMfa("alice", session, true).updatedAt()).isEqualTo(NOON);
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void whoever_switches_it_on_again_proves_nothing_by_it() {
        factors.switchMfa("alice", null, true);
        var session = session();
        verifyEverything();
        var before = gatehouse.events();
        factors.switchMfa("alice", session, true);
        assertThat(current(session)).isEqualTo(session);
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void to_switch_it_off_takes_no_challenge() {
        gatehouse.happened(new EmailVerified(id("alice"), NOON));
        factors.switchMfa("alice", session(), true);
        assertThat(refusalToSwitchOff(session())).isEmpty();
    }

    @Test
    void in_a_strict_project_it_takes_a_challenge_of_the_last_half_hour() {
        gatehouse.with(SamplePolicies.STRICT);
        var session = session();
        var app = factors.enrol("alice");
        factors.switchMfa("alice", session, true);
        assertThat(refusalToSwitchOff(current(session))).contains(new ChallengeRequired());
        gatehouse.pass(Totp.STEP);
        var proven = factors.prove(session, Factor.TOTP, factors.code(app));
        gatehouse.pass(HALF_AN_HOUR.plusMillis(1));
        assertThat(refusalToSwitchOff(proven)).contains(new ChallengeRequired());
        var again = factors.prove(session, Factor.TOTP, factors.code(app));
        gatehouse.pass(HALF_AN_HOUR);
        assertThat(refusalToSwitchOff(again)).isEmpty();
        assertThat(gatehouse.view(id("alice")).mfa()).isFalse();
    }

    @Test
    void in_a_strict_project_nobody_switches_it_off_without_a_session_where_two_factors_are_needed() {
        gatehouse.with(SamplePolicies.STRICT);
        factors.switchMfa("alice", null, true);
        assertThat(refusalToSwitchOff(null)).isEmpty();
        factors.switchMfa("alice", null, true);
        factors.enrol("alice");
        assertThat(refusalToSwitchOff(null)).contains(new ChallengeRequired());
        assertThat(gatehouse.view(id("alice")).mfa()).isTrue();
    }

    @Test
    void in_a_strict_project_too_everybody_may_switch_it_on() {
        gatehouse.with(SamplePolicies.STRICT);
        var session = session();
        factors.enrol("alice");
        assertThat(factors.switchMfa("alice", session, true).mfa()).isTrue();
        assertThat(factors.switchMfa("alice", session, true).mfa()).isTrue();
    }

    @Test
    void whose_session_ends_meanwhile_has_switched_nothing() {
        var session = session();
        new SignOut(gatehouse.store(), gatehouse.clock())
                .handle(new SignOut.Command(id("alice"), session.id()), OCCASION);
        assertThat(refusalOf(() -> factors.switchMfa("alice", session, true))).contains(new SessionNotFound());
        assertThat(gatehouse.view(id("alice")).mfa()).isFalse();
    }

    @Test
    void whoever_was_blocked_since_the_request_came_in_switches_nothing() {
        gatehouse.block(gatehouse.view(id("alice")));
        assertThat(refusalOf(() -> factors.switchMfa("alice", null, true))).contains(new UserIsBlocked());
    }

    @Test
    void a_switch_is_one_entry_in_the_security_log_however_much_it_proves() {
        var session = session();
        verifyEverything();
        var before = gatehouse.logs().count(id("alice"));
        factors.switchMfa("alice", session, true);
        assertThat(gatehouse.logs().count(id("alice"))).isEqualTo(before + 1);
    }

    private void verifyEverything() {
        gatehouse.happened(new EmailVerified(id("alice"), NOON));
        gatehouse.happened(new PhoneChanged(id("alice"), Requests.PHONE, NOON));
        gatehouse.happened(new PhoneVerified(id("alice"), NOON));
        factors.enrol("alice");
    }

    private SessionView session() {
        return gatehouse.signIn("alice").session();
    }

    private SessionView current(SessionView session) {
        return gatehouse
                .sessions()
                .find(id("alice"), session.id(), gatehouse.now())
                .orElseThrow();
    }

    private Optional<Refusal> refusalToSwitchOff(@Nullable SessionView session) {
        return refusalOf(() -> factors.switchMfa("alice", session, false));
    }
}
