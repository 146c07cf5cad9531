package io.gatehouse.application.mfa;

import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.mfa.authenticator.Totp;
import io.gatehouse.application.mfa.challenge.AnswerChallenge;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.authenticator.TotpStepEvent.TotpStepSpent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of {@link AnswerChallenge}: which codes of an authenticator are accepted, and when. */
class TotpChallengeTest {

    private static final InvalidToken INVALID = new InvalidToken();

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final MfaRequests factors = new MfaRequests(gatehouse);

    @BeforeEach
    void sign_up_alice() {
        gatehouse.signUp("alice");
    }

    @Test
    void without_an_authenticator_every_code_is_refused() {
        assertThat(refusalToProve(new Secret("000000"))).contains(INVALID);
    }

    @Test
    void codes_of_an_unverified_authenticator_are_refused() {
        var app = factors.begin("alice");
        assertThat(refusalToProve(factors.code(app))).contains(INVALID);
        assertThat(gatehouse.store().all(TotpStepSpent.class)).isEmpty();
    }

    @Test
    void the_current_code_is_accepted_from_its_first_to_its_last_second() {
        var app = factors.enrol("alice");
        assertThat(refusalToProve(factors.code(app))).isEmpty();
        gatehouse.advanceClock(Duration.ofSeconds(59));
        assertThat(refusalToProve(factors.code(app))).isEmpty();
    }

    @Test
    void the_previous_code_is_accepted_until_the_next_step() {
        var app = factors.enrol("alice");
        var code = factors.code(app);
        gatehouse.advanceClock(Duration.ofSeconds(60).minusMillis(1));
        assertThat(refusalToProve(code)).isEmpty();
        var next = factors.code(app);
        gatehouse.advanceClock(Duration.ofSeconds(60));
        assertThat(refusalToProve(next)).contains(INVALID);
    }

    @Test
    void older_and_future_codes_are_refused() {
        var app = factors.enrol("alice");
        assertThat(refusalToProve(factors.code(app, -2))).contains(INVALID);
        assertThat(refusalToProve(factors.code(app, 1))).contains(INVALID);
    }

    @Test
    void a_code_is_accepted_once_across_all_sessions() {
        var app = factors.enrol("alice");
        assertThat(refusalToProve(factors.code(app))).isEmpty();
        assertThat(refusalToProve(factors.code(app))).contains(INVALID);
        gatehouse.advanceClock(Duration.ofSeconds(29));
        assertThat(refusalToProve(factors.code(app))).contains(INVALID);
        gatehouse.advanceClock(Duration.ofSeconds(1));
        assertThat(refusalToProve(factors.code(app, -1))).contains(INVALID);
        assertThat(refusalToProve(factors.code(app))).isEmpty();
    }

    @Test
    void codes_older_than_a_used_one_are_refused() {
        var app = factors.enrol("alice");
        assertThat(refusalToProve(factors.code(app))).isEmpty();
        assertThat(refusalToProve(factors.code(app, -1))).contains(INVALID);
    }

    @Test
    void the_current_code_is_accepted_after_the_previous_one() {
        var app = factors.enrol("alice");
        assertThat(refusalToProve(factors.code(app, -1))).isEmpty();
        assertThat(refusalToProve(factors.code(app))).isEmpty();
    }

    @Test
    void codes_older_than_one_accepted_by_a_node_whose_clock_is_ahead_are_refused() {
        var app = factors.enrol("alice");
        var session = session();
        var challenge = factors.challenge(session, Factor.TOTP).id();
        factors.answer(
                challenge, session, factors.code(app, 1), () -> gatehouse.now().plus(Totp.STEP));
        assertThat(refusalToProve(factors.code(app))).contains(INVALID);
        assertThat(refusalToProve(factors.code(app, -1))).contains(INVALID);
        gatehouse.advanceClock(Totp.STEP);
        assertThat(refusalToProve(factors.code(app))).contains(INVALID);
        gatehouse.advanceClock(Totp.STEP);
        assertThat(refusalToProve(factors.code(app))).isEmpty();
    }

    @Test
    void a_new_authenticator_accepts_its_own_codes_only() {
        var first = factors.enrol("alice");
        assertThat(refusalToProve(factors.code(first))).isEmpty();
        factors.delete("alice", null);
        var second = factors.enrol("alice");
        assertThat(refusalToProve(factors.code(first))).contains(INVALID);
        assertThat(refusalToProve(factors.code(second))).isEmpty();
    }

    @Test
    void a_wrong_code_spends_no_step() {
        var app = factors.enrol("alice");
        assertThat(refusalToProve(new Secret("wrong"))).contains(INVALID);
        assertThat(gatehouse.store().all(TotpStepSpent.class)).isEmpty();
        assertThat(refusalToProve(factors.code(app))).isEmpty();
    }

    @Test
    void codes_of_the_authenticator_of_another_user_are_refused() {
        gatehouse.signUp("bob");
        var ofBob = factors.enrol("bob");
        factors.enrol("alice");
        assertThat(refusalToProve(factors.code(ofBob))).contains(INVALID);
    }

    /** In a session of its own. */
    private Optional<Refusal> refusalToProve(Secret code) {
        var session = session();
        return refusalOf(() -> factors.prove(session, Factor.TOTP, code));
    }

    private SessionView session() {
        return gatehouse.signIn("alice").session();
    }
}
