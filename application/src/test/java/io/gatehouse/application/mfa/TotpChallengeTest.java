package io.gatehouse.application.mfa;

import static io.gatehouse.application.Contract.refusalOf;
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

/** Of {@link AnswerChallenge}: what an app shows, and when that is good for something. */
class TotpChallengeTest {

    private static final InvalidToken INVALID = new InvalidToken();

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final SecondFactors factors = new SecondFactors(gatehouse);

    @BeforeEach
    void alice_is_here() {
        gatehouse.signUp("alice");
    }

    @Test
    void where_there_is_no_app_there_is_no_right_answer() {
        assertThat(refusalToProve(new Secret("000000"))).contains(INVALID);
    }

    @Test
    void an_app_that_was_not_verified_gives_no_right_answer() {
        var app = factors.begin("alice");
        assertThat(refusalToProve(factors.code(app))).contains(INVALID);
        assertThat(gatehouse.store().all(TotpStepSpent.class)).isEmpty();
    }

    @Test
    void the_present_code_is_right_from_its_first_second_to_its_last() {
        var app = factors.enrol("alice");
        assertThat(refusalToProve(factors.code(app))).isEmpty();
        gatehouse.pass(Duration.ofSeconds(59));
        assertThat(refusalToProve(factors.code(app))).isEmpty();
    }

    @Test
    void the_code_before_is_right_until_the_next_one_comes() {
        var app = factors.enrol("alice");
        var code = factors.code(app);
        gatehouse.pass(Duration.ofSeconds(60).minusMillis(1));
        assertThat(refusalToProve(code)).isEmpty();
        var next = factors.code(app);
        gatehouse.pass(Duration.ofSeconds(60));
        assertThat(refusalToProve(next)).contains(INVALID);
    }

    @Test
    void neither_older_codes_nor_those_to_come_are_right() {
        var app = factors.enrol("alice");
        assertThat(refusalToProve(factors.code(app, -2))).contains(INVALID);
        assertThat(refusalToProve(factors.code(app, 1))).contains(INVALID);
    }

    @Test
    void a_code_is_right_once_whatever_the_session() {
        var app = factors.enrol("alice");
        assertThat(refusalToProve(factors.code(app))).isEmpty();
        assertThat(refusalToProve(factors.code(app))).contains(INVALID);
        gatehouse.pass(Duration.ofSeconds(29));
        assertThat(refusalToProve(factors.code(app))).contains(INVALID);
        gatehouse.pass(Duration.ofSeconds(1));
        assertThat(refusalToProve(factors.code(app, -1))).contains(INVALID);
        assertThat(refusalToProve(factors.code(app))).isEmpty();
    }

    @Test
    void nobody_goes_back_behind_a_code_that_was_used() {
        var app = factors.enrol("alice");
        assertThat(refusalToProve(factors.code(app))).isEmpty();
        assertThat(refusalToProve(factors.code(app, -1))).contains(INVALID);
    }

    @Test
    void the_code_before_may_be_followed_by_the_present_one() {
        var app = factors.enrol("alice");
        assertThat(refusalToProve(factors.code(app, -1))).isEmpty();
        assertThat(refusalToProve(factors.code(app))).isEmpty();
    }

    @Test
    void nobody_goes_back_behind_a_code_that_a_node_accepted_whose_clock_is_ahead() {
        var app = factors.enrol("alice");
        var session = session();
        var challenge = factors.challenge(session, Factor.TOTP).id();
        factors.answer(
                challenge, session, factors.code(app, 1), () -> gatehouse.now().plus(Totp.STEP));
        assertThat(refusalToProve(factors.code(app))).contains(INVALID);
        assertThat(refusalToProve(factors.code(app, -1))).contains(INVALID);
        gatehouse.pass(Totp.STEP);
        assertThat(refusalToProve(factors.code(app))).contains(INVALID);
        gatehouse.pass(Totp.STEP);
        assertThat(refusalToProve(factors.code(app))).isEmpty();
    }

    @Test
    void another_app_has_codes_of_its_own() {
        var first = factors.enrol("alice");
        assertThat(refusalToProve(factors.code(first))).isEmpty();
        factors.delete("alice", null);
        var second = factors.enrol("alice");
        assertThat(refusalToProve(factors.code(first))).contains(INVALID);
        assertThat(refusalToProve(factors.code(second))).isEmpty();
    }

    @Test
    void a_wrong_answer_spends_no_code() {
        var app = factors.enrol("alice");
        assertThat(refusalToProve(new Secret("wrong"))).contains(INVALID);
        assertThat(gatehouse.store().all(TotpStepSpent.class)).isEmpty();
        assertThat(refusalToProve(factors.code(app))).isEmpty();
    }

    @Test
    void apps_of_others_say_nothing_about_oneself() {
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
