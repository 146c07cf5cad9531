package io.gatehouse.application.mfa;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.mfa.authenticator.Totp;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.application.session.SignOut;
import io.gatehouse.application.token.TokenRequests;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.ChallengeRequired;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneVerified;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.session.AuthenticationFactor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnableOrDisableMfaTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final MfaRequests factors = new MfaRequests(gatehouse);

    @BeforeEach
    void sign_up_alice() {
        gatehouse.signUp("alice");
    }

    @Test
    void mfa_can_be_enabled_and_disabled() {
        var session = session();
        gatehouse.advanceClock(Duration.ofSeconds(1));
        assertThat(factors.switchMfa("alice", session, true))
                .isEqualTo(gatehouse.view(id("alice")))
                .returns(true, AccountView::mfa)
                .returns(gatehouse.now(), AccountView::updatedAt);
        gatehouse.advanceClock(Duration.ofSeconds(1));
        assertThat(factors.switchMfa("alice", session, false))
                .isEqualTo(gatehouse.view(id("alice")))
                .returns(false, AccountView::mfa)
                .returns(gatehouse.now(), AccountView::updatedAt);
    }

    @Test
    void enabling_mfa_adds_all_verified_factors_to_the_session() {
        var session = session();
        verifyEverything();
        factors.switchMfa("alice", session, true);
        assertThat(current(session))
                .returns(
                        List.of(
                                AuthenticationFactor.PASSWORD,
                                AuthenticationFactor.TOTP,
                                AuthenticationFactor.EMAIL,
                                AuthenticationFactor.PHONE),
                        SessionView::factors)
                .returns(null, SessionView::mfaUpdatedAt);
    }

    @Test
    void enabling_mfa_adds_no_unverified_factors() {
        var session = session();
        factors.begin("alice");
        gatehouse.append(new PhoneChanged(id("alice"), TokenRequests.PHONE, NOON));
        factors.switchMfa("alice", session, true);
        assertThat(current(session)).isEqualTo(session);
    }

    @Test
    void other_sessions_are_incomplete_while_mfa_is_enabled() {
        var session = session();
        var other = session();
        gatehouse.append(new EmailVerified(id("alice"), NOON));
        var wanting = factors.switchMfa("alice", session, true);
        assertThat(current(session).isCompleteFor(wanting)).isTrue();
        assertThat(current(other).isCompleteFor(wanting)).isFalse();
        var relaxed = factors.switchMfa("alice", session, false);
        assertThat(current(session).factors())
                .containsExactly(AuthenticationFactor.PASSWORD, AuthenticationFactor.EMAIL);
        assertThat(current(other).isCompleteFor(relaxed)).isTrue();
    }

    @Test
    void without_a_verified_second_factor_one_factor_is_enough() {
        var session = session();
        factors.recoveryCodes("alice");
        var wanting = factors.switchMfa("alice", null, true);
        assertThat(wanting.factorRequirement().factors()).isOne();
        assertThat(current(session).isCompleteFor(wanting)).isTrue();
        gatehouse.append(new EmailVerified(id("alice"), NOON));
        assertThat(current(session).isCompleteFor(gatehouse.view(id("alice")))).isFalse();
    }

    @Test
    void two_factors_are_needed_while_a_second_one_is_verified() {
        factors.switchMfa("alice", null, true);
        var app = factors.enrol("alice");
        assertThat(gatehouse.view(id("alice")).factorRequirement().factors()).isEqualTo(2);
        factors.delete("alice", factors.code(app));
        assertThat(gatehouse.view(id("alice")).factorRequirement().factors()).isOne();
        gatehouse.append(new PhoneChanged(id("alice"), TokenRequests.PHONE, NOON));
        gatehouse.append(new PhoneVerified(id("alice"), NOON));
        assertThat(gatehouse.view(id("alice")).factorRequirement().factors()).isEqualTo(2);
    }

    @Test
    void enabling_mfa_without_a_session_adds_factors_to_no_session() {
        var session = session();
        verifyEverything();
        assertThat(factors.switchMfa("alice", null, true).mfa()).isTrue();
        assertThat(current(session)).isEqualTo(session);
        assertThat(factors.switchMfa("alice", null, false).mfa()).isFalse();
    }

    @Test
    void enabling_or_disabling_mfa_again_succeeds_and_changes_nothing() {
        var session = session();
        verifyEverything();
        factors.switchMfa("alice", session, false);
        factors.switchMfa("alice", session, true);
        var before = gatehouse.events();
        gatehouse.advanceClock(Duration.ofSeconds(1));
        assertThat(factors.switchMfa("alice", session, true).updatedAt()).isEqualTo(NOON);
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void enabling_mfa_again_adds_no_factors() {
        factors.switchMfa("alice", null, true);
        var session = session();
        verifyEverything();
        var before = gatehouse.events();
        factors.switchMfa("alice", session, true);
        assertThat(current(session)).isEqualTo(session);
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void disabling_mfa_needs_no_challenge() {
        gatehouse.append(new EmailVerified(id("alice"), NOON));
        factors.switchMfa("alice", session(), true);
        assertThat(refusalToSwitchOff(session())).isEmpty();
    }

    @Test
    void in_a_strict_project_disabling_mfa_needs_a_challenge_of_the_last_30_minutes() {
        gatehouse.with(SamplePolicies.STRICT);
        var session = session();
        var app = factors.enrol("alice");
        factors.switchMfa("alice", session, true);
        assertThat(refusalToSwitchOff(current(session))).contains(new ChallengeRequired());
        gatehouse.advanceClock(Totp.STEP);
        var proven = factors.prove(session, Factor.TOTP, factors.code(app));
        gatehouse.advanceClock(HALF_AN_HOUR.plusMillis(1));
        assertThat(refusalToSwitchOff(proven)).contains(new ChallengeRequired());
        var again = factors.prove(session, Factor.TOTP, factors.code(app));
        gatehouse.advanceClock(HALF_AN_HOUR);
        assertThat(refusalToSwitchOff(again)).isEmpty();
        assertThat(gatehouse.view(id("alice")).mfa()).isFalse();
    }

    @Test
    void in_a_strict_project_disabling_mfa_without_a_session_is_refused_if_two_factors_are_needed() {
        gatehouse.with(SamplePolicies.STRICT);
        factors.switchMfa("alice", null, true);
        assertThat(refusalToSwitchOff(null)).isEmpty();
        factors.switchMfa("alice", null, true);
        factors.enrol("alice");
        assertThat(refusalToSwitchOff(null)).contains(new ChallengeRequired());
        assertThat(gatehouse.view(id("alice")).mfa()).isTrue();
    }

    @Test
    void in_a_strict_project_enabling_mfa_needs_no_challenge() {
        gatehouse.with(SamplePolicies.STRICT);
        var session = session();
        factors.enrol("alice");
        assertThat(factors.switchMfa("alice", session, true).mfa()).isTrue();
        assertThat(factors.switchMfa("alice", session, true).mfa()).isTrue();
    }

    @Test
    void enabling_mfa_in_a_session_that_has_ended_is_refused() {
        var session = session();
        new SignOut(gatehouse.store(), gatehouse.clock())
                .handle(new SignOut.Command(id("alice"), session.id()), gatehouse.context());
        assertThat(refusalOf(() -> factors.switchMfa("alice", session, true))).contains(new SessionNotFound());
        assertThat(gatehouse.view(id("alice")).mfa()).isFalse();
    }

    @Test
    void enabling_mfa_is_refused_if_the_user_was_blocked_after_authentication() {
        gatehouse.block(gatehouse.view(id("alice")));
        assertThat(refusalOf(() -> factors.switchMfa("alice", null, true))).contains(new UserIsBlocked());
    }

    @Test
    void enabling_mfa_leaves_one_log_entry_even_if_it_adds_factors() {
        var session = session();
        verifyEverything();
        var before = gatehouse.logs().count(id("alice"));
        factors.switchMfa("alice", session, true);
        assertThat(gatehouse.logs().count(id("alice"))).isEqualTo(before + 1);
    }

    private void verifyEverything() {
        gatehouse.append(new EmailVerified(id("alice"), NOON));
        gatehouse.append(new PhoneChanged(id("alice"), TokenRequests.PHONE, NOON));
        gatehouse.append(new PhoneVerified(id("alice"), NOON));
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
