package io.gatehouse.application.mfa.authenticator;

import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.mfa.MfaRequests;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.application.session.SignOut;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.AuthenticatorAlreadyVerified;
import io.gatehouse.domain.Refusal.AuthenticatorNotFound;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.session.AuthenticationFactor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyAuthenticatorTest {

    private static final Secret WRONG = new Secret("wrong");
    private static final InvalidToken INVALID = new InvalidToken();

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final MfaRequests factors = new MfaRequests(gatehouse);

    @BeforeEach
    void sign_up_alice() {
        gatehouse.signUp("alice");
    }

    @Test
    void a_right_code_verifies_the_authenticator() {
        var app = factors.begin("alice");
        gatehouse.advanceClock(Duration.ofSeconds(1));
        var answer = factors.verify("alice", null, factors.code(app));
        assertThat(answer)
                .isEqualTo(gatehouse.view(id("alice")))
                .returns(true, AccountView::totp)
                .returns(false, AccountView::mfa)
                .returns(InMemoryGatehouse.NOON, AccountView::updatedAt);
    }

    @Test
    void verification_adds_the_factor_to_the_session_but_passes_no_challenge() {
        var session = gatehouse.signIn("alice").session();
        var other = gatehouse.signIn("alice").session();
        var app = factors.begin("alice");
        factors.verify("alice", session.id(), factors.code(app));
        assertThat(gatehouse.sessionsOf(id("alice")))
                .extracting(SessionView::factors)
                .containsExactly(
                        List.of(AuthenticationFactor.PASSWORD, AuthenticationFactor.TOTP),
                        List.of(AuthenticationFactor.PASSWORD));
        assertThat(gatehouse.sessionsOf(id("alice")))
                .extracting(SessionView::mfaUpdatedAt)
                .containsOnlyNulls();
        assertThat(gatehouse.sessionsOf(id("alice"))).contains(other);
    }

    @Test
    void a_new_authenticator_adds_no_second_factor_to_the_session() {
        var session = gatehouse.signIn("alice").session();
        factors.verify("alice", session.id(), factors.code(factors.begin("alice")));
        factors.delete("alice", null);
        factors.verify("alice", session.id(), factors.code(factors.begin("alice")));
        assertThat(gatehouse.sessionsOf(id("alice")).getFirst().factors())
                .containsExactly(AuthenticationFactor.PASSWORD, AuthenticationFactor.TOTP);
    }

    @Test
    void verification_without_a_session_adds_the_factor_to_no_session() {
        var session = gatehouse.signIn("alice").session();
        factors.enrol("alice");
        assertThat(gatehouse.sessionsOf(id("alice"))).containsExactly(session);
        assertThat(gatehouse.view(id("alice")).totp()).isTrue();
    }

    @Test
    void an_absent_or_verified_authenticator_is_refused_before_a_wrong_code() {
        assertThat(refusalToVerify(WRONG)).contains(new AuthenticatorNotFound());
        var app = factors.begin("alice");
        assertThat(refusalToVerify(WRONG)).contains(INVALID);
        assertThat(refusalToVerify(factors.code(app))).isEmpty();
        assertThat(refusalToVerify(WRONG)).contains(new AuthenticatorAlreadyVerified());
        assertThat(refusalToVerify(factors.code(app))).contains(new AuthenticatorAlreadyVerified());
    }

    @Test
    void a_wrong_code_is_refused_and_changes_nothing() {
        factors.begin("alice");
        var before = gatehouse.events();
        assertThat(refusalToVerify(WRONG)).contains(INVALID);
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void the_current_and_the_previous_code_are_accepted_and_no_others() {
        var app = factors.begin("alice");
        gatehouse.advanceClock(Duration.ofSeconds(29));
        assertThat(refusalToVerify(factors.code(app, -2))).contains(INVALID);
        assertThat(refusalToVerify(factors.code(app, 1))).contains(INVALID);
        assertThat(refusalToVerify(factors.code(app, -1))).isEmpty();
        factors.delete("alice", null);
        assertThat(refusalToVerify(factors.code(factors.begin("alice")))).isEmpty();
    }

    @Test
    void a_code_with_extra_or_missing_characters_is_refused() {
        var code = factors.code(factors.begin("alice")).value();
        assertThat(refusalToVerify(new Secret(" " + code))).contains(INVALID);
        assertThat(refusalToVerify(new Secret(code + "\n"))).contains(INVALID);
        assertThat(refusalToVerify(new Secret("0" + code))).contains(INVALID);
        assertThat(refusalToVerify(new Secret(code.substring(1)))).contains(INVALID);
    }

    @Test
    void the_code_of_the_verification_can_be_used_for_one_challenge() {
        var session = gatehouse.signIn("alice").session();
        var app = factors.enrol("alice");
        assertThat(refusalToProve(session, factors.code(app))).isEmpty();
        assertThat(refusalToProve(session, factors.code(app))).contains(INVALID);
    }

    @Test
    void in_a_strict_project_the_verification_spends_its_code_and_older_ones() {
        gatehouse.with(SamplePolicies.STRICT);
        var session = gatehouse.signIn("alice").session();
        var app = factors.enrol("alice");
        assertThat(refusalToProve(session, factors.code(app))).contains(INVALID);
        assertThat(refusalToProve(session, factors.code(app, -1))).contains(INVALID);
        gatehouse.advanceClock(Totp.STEP);
        assertThat(refusalToProve(session, factors.code(app))).isEmpty();
    }

    @Test
    void verification_in_a_session_that_has_ended_is_refused() {
        var session = gatehouse.signIn("alice").session().id();
        var app = factors.begin("alice");
        new SignOut(gatehouse.store(), gatehouse.clock())
                .handle(new SignOut.Command(id("alice"), session), gatehouse.context());
        assertThat(refusalOf(() -> factors.verify("alice", session, factors.code(app))))
                .contains(new SessionNotFound());
        assertThat(gatehouse.view(id("alice")).totp()).isFalse();
    }

    @Test
    void verification_leaves_one_log_entry() {
        gatehouse.with(SamplePolicies.STRICT);
        var session = gatehouse.signIn("alice").session().id();
        var app = factors.begin("alice");
        var before = gatehouse.logs().count(id("alice"));
        factors.verify("alice", session, factors.code(app));
        assertThat(gatehouse.logs().count(id("alice"))).isEqualTo(before + 1);
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .filteredOn(entry -> entry.event().equals("user.update"))
                .hasSize(2);
    }

    private Optional<Refusal> refusalToVerify(Secret code) {
        return refusalOf(() -> factors.verify("alice", null, code));
    }

    private Optional<Refusal> refusalToProve(SessionView session, Secret code) {
        return refusalOf(() -> factors.prove(session, Factor.TOTP, code));
    }
}
