package io.gatehouse.application.mfa.challenge;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.mfa.MfaRequests;
import io.gatehouse.application.mfa.StepUp;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.project.Policies.Factors;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.application.session.SignOut;
import io.gatehouse.application.signin.SignInWithToken;
import io.gatehouse.application.token.TokenRequests;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.FactorIsOff;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountEvent.EmailChanged;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneVerified;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeFailed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeWithdrawn;
import io.gatehouse.domain.session.AuthenticationFactor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of {@link AnswerChallenge}: codes that were sent, and rules that apply to all challenges. */
class AnswerChallengeTest {

    private static final InvalidToken INVALID = new InvalidToken();
    private static final Secret WRONG = new Secret("wrong");
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final MfaRequests factors = new MfaRequests(gatehouse);

    @BeforeEach
    void sign_up_alice_with_verified_address_and_number() {
        gatehouse.signUp("alice");
        gatehouse.append(new EmailVerified(id("alice"), NOON));
        gatehouse.append(new PhoneChanged(id("alice"), TokenRequests.PHONE, NOON));
        gatehouse.append(new PhoneVerified(id("alice"), NOON));
    }

    @Test
    void the_sent_code_adds_the_factor_to_the_session() {
        var session = session();
        gatehouse.advanceClock(Duration.ofSeconds(1));
        var challenge = factors.challenge(session, Factor.EMAIL);
        var answer = factors.answer(challenge.id(), session, factors.sent());
        assertThat(answer)
                .isEqualTo(gatehouse.sessionsOf(id("alice")).getFirst())
                .returns(session.id(), SessionView::id)
                .returns(List.of(AuthenticationFactor.PASSWORD, AuthenticationFactor.EMAIL), SessionView::factors)
                .returns(gatehouse.now(), SessionView::mfaUpdatedAt)
                .returns(gatehouse.now(), SessionView::updatedAt);
    }

    @Test
    void each_factor_is_added_to_the_session_of_the_challenge_only() {
        var session = session();
        var other = session();
        var app = factors.enrol("alice");
        var code = factors.recoveryCodes("alice").getFirst();
        factors.prove(session, Factor.TOTP, factors.code(app));
        var challenge = factors.challenge(session, Factor.PHONE);
        factors.answer(challenge.id(), session, factors.sent());
        factors.prove(session, Factor.RECOVERY_CODE, code);
        assertThat(gatehouse.sessionsOf(id("alice")))
                .extracting(SessionView::factors)
                .containsExactly(
                        List.of(
                                AuthenticationFactor.PASSWORD,
                                AuthenticationFactor.TOTP,
                                AuthenticationFactor.PHONE,
                                AuthenticationFactor.RECOVERY_CODE),
                        other.factors());
    }

    @Test
    void an_incomplete_session_becomes_complete() {
        factors.switchMfa("alice", session(), true);
        var session = session();
        var alice = gatehouse.view(id("alice"));
        assertThat(session.isCompleteFor(alice)).isFalse();
        var challenge = factors.challenge(session, Factor.EMAIL);
        assertThat(factors.answer(challenge.id(), session, factors.sent()).isCompleteFor(alice))
                .isTrue();
    }

    @Test
    void proving_a_known_factor_again_adds_none_and_is_a_recent_challenge() {
        var token = new TokenRequests(gatehouse).emailCode("alice");
        var command = new SignInWithToken.Command(id("alice"), token.secret());
        var session = new SignInWithToken(gatehouse.tokenRedemption(), gatehouse.sessionOpener())
                .handle(command, gatehouse.context())
                .session();
        var challenge = factors.challenge(session, Factor.EMAIL);
        var answer = factors.answer(challenge.id(), session, factors.sent());
        assertThat(answer.factors()).containsExactly(AuthenticationFactor.EMAIL);
        assertThat(StepUp.isRecent(answer, gatehouse.now())).isTrue();
    }

    @Test
    void an_answer_is_accepted_once() {
        var session = session();
        var challenge = factors.challenge(session, Factor.EMAIL).id();
        factors.answer(challenge, session, factors.sent());
        var before = gatehouse.events();
        assertThat(refusal(challenge, session, factors.sent())).contains(INVALID);
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void an_unknown_challenge_is_refused_like_a_wrong_answer() {
        var before = gatehouse.events();
        var unknown = new ChallengeId(id("alice").project(), "unknown");
        assertThat(refusal(unknown, session(), WRONG)).contains(INVALID);
        assertThat(gatehouse.events()).hasSize(before.size() + 1);
    }

    @Test
    void a_challenge_can_be_passed_after_nine_wrong_answers() {
        var session = session();
        var challenge = factors.challenge(session, Factor.EMAIL).id();
        answerWrong(challenge, session, 9);
        assertThat(refusal(challenge, session, factors.sent())).isEmpty();
    }

    @Test
    void the_tenth_wrong_answer_withdraws_the_challenge() {
        var session = session();
        var challenge = factors.challenge(session, Factor.EMAIL).id();
        answerWrong(challenge, session, 10);
        assertThat(gatehouse.store().all(MfaChallengeWithdrawn.class)).hasSize(1);
        assertThat(refusal(challenge, session, factors.sent())).contains(INVALID);
        answerWrong(challenge, session, 1);
        assertThat(gatehouse.store().all(MfaChallengeFailed.class)).hasSize(10);
    }

    @Test
    void wrong_answers_are_counted_per_challenge() {
        var session = session();
        var first = factors.challenge(session, Factor.EMAIL).id();
        var second = factors.challenge(session, Factor.EMAIL).id();
        answerWrong(first, session, 10);
        assertThat(refusal(second, session, factors.sent())).isEmpty();
    }

    @Test
    void wrong_answers_by_authenticator_and_recovery_code_are_counted() {
        var session = session();
        var app = factors.enrol("alice");
        var code = factors.recoveryCodes("alice").getFirst();
        var byApp = factors.challenge(session, Factor.TOTP).id();
        var byCode = factors.challenge(session, Factor.RECOVERY_CODE).id();
        answerWrong(byApp, session, 10);
        answerWrong(byCode, session, 10);
        assertThat(refusal(byApp, session, factors.code(app))).contains(INVALID);
        assertThat(refusal(byCode, session, code)).contains(INVALID);
        assertThat(factors.recoveryCodesLeft("alice")).contains(code);
    }

    @Test
    void answers_of_another_session_are_refused_and_not_counted() {
        var session = session();
        var other = session();
        var challenge = factors.challenge(session, Factor.EMAIL).id();
        assertThat(refusal(challenge, other, factors.sent())).contains(INVALID);
        answerWrong(challenge, other, 10);
        assertThat(gatehouse.store().all(MfaChallengeFailed.class)).isEmpty();
        assertThat(refusal(challenge, session, factors.sent())).isEmpty();
    }

    @Test
    void answers_of_another_user_are_refused_and_not_counted() {
        gatehouse.signUp("bob");
        var ofBob = gatehouse.signIn("bob").session();
        var session = session();
        var challenge = factors.challenge(session, Factor.EMAIL).id();
        assertThat(refusal(challenge, ofBob, factors.sent())).contains(INVALID);
        answerWrong(challenge, ofBob, 10);
        assertThat(refusal(challenge, session, factors.sent())).isEmpty();
    }

    @Test
    void a_challenge_can_be_passed_until_it_expires() {
        var session = session();
        var early = factors.challenge(session, Factor.EMAIL).id();
        var code = factors.sent();
        var late = factors.challenge(session, Factor.EMAIL).id();
        gatehouse.advanceClock(AN_HOUR);
        assertThat(refusal(early, session, code)).isEmpty();
        gatehouse.advanceClock(Duration.ofMillis(1));
        assertThat(refusal(late, session, factors.sent())).contains(INVALID);
        assertThat(gatehouse.store().all(MfaChallengeFailed.class)).isEmpty();
    }

    @Test
    void a_factor_switched_off_after_the_challenge_is_refused_unless_the_challenge_is_unknown_or_expired() {
        var session = session();
        var challenge = factors.challenge(session, Factor.EMAIL).id();
        gatehouse.with(SamplePolicies.factors(new Factors(true, false, true)));
        assertThat(refusal(challenge, session, factors.sent())).contains(new FactorIsOff("email"));
        assertThat(refusal(challenge, session, WRONG)).contains(new FactorIsOff("email"));
        assertThat(refusal(challenge, session(), factors.sent())).contains(INVALID);
        assertThat(gatehouse.store().all(MfaChallengeFailed.class)).isEmpty();
        gatehouse.with(Policies.DEFAULT);
        assertThat(refusal(challenge, session, factors.sent())).isEmpty();
        var expired = factors.challenge(session, Factor.EMAIL).id();
        gatehouse.with(SamplePolicies.factors(new Factors(true, false, true)));
        gatehouse.advanceClock(AN_HOUR.plusMillis(1));
        assertThat(refusal(expired, session, factors.sent())).contains(INVALID);
    }

    @Test
    void a_code_with_extra_or_missing_characters_is_refused() {
        var session = session();
        var challenge = factors.challenge(session, Factor.PHONE).id();
        var code = factors.sent().value();
        assertThat(refusal(challenge, session, new Secret(code + " "))).contains(INVALID);
        assertThat(refusal(challenge, session, new Secret(code.substring(1)))).contains(INVALID);
        assertThat(refusal(challenge, session, new Secret(code))).isEmpty();
    }

    @Test
    void the_code_of_one_challenge_is_refused_for_another() {
        var session = session();
        var first = factors.challenge(session, Factor.EMAIL).id();
        var codeOfFirst = factors.sent();
        var second = factors.challenge(session, Factor.EMAIL).id();
        assertThat(refusal(second, session, codeOfFirst)).contains(INVALID);
        assertThat(refusal(first, session, codeOfFirst)).isEmpty();
    }

    @Test
    void a_code_is_accepted_after_a_rotation_of_the_digest_key() {
        var session = session();
        var challenge = factors.challenge(session, Factor.EMAIL).id();
        gatehouse.digests().rotate();
        assertThat(refusal(challenge, session, factors.sent())).isEmpty();
    }

    @Test
    void a_code_sent_to_a_former_address_is_refused() {
        var session = session();
        var challenge = factors.challenge(session, Factor.EMAIL).id();
        gatehouse.append(new EmailChanged(id("alice"), new EmailAddress("elsewhere@example.com"), NOON));
        assertThat(refusal(challenge, session, factors.sent())).contains(INVALID);
        gatehouse.append(new EmailVerified(id("alice"), NOON));
        assertThat(refusal(challenge, session, factors.sent())).contains(INVALID);
    }

    @Test
    void a_code_sent_to_a_former_number_is_refused() {
        var session = session();
        var challenge = factors.challenge(session, Factor.PHONE).id();
        gatehouse.append(new PhoneChanged(id("alice"), new PhoneNumber("+33612345678"), NOON));
        gatehouse.append(new PhoneVerified(id("alice"), NOON));
        assertThat(refusal(challenge, session, factors.sent())).contains(INVALID);
    }

    @Test
    void an_answer_in_a_session_that_has_ended_is_refused_and_spends_no_code() {
        var session = session();
        var code = factors.recoveryCodes("alice").getFirst();
        var challenge = factors.challenge(session, Factor.RECOVERY_CODE).id();
        new SignOut(gatehouse.store(), gatehouse.clock())
                .handle(new SignOut.Command(id("alice"), session.id()), gatehouse.context());
        var before = gatehouse.events();
        assertThat(refusal(challenge, session, code)).contains(new SessionNotFound());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void a_new_account_with_the_id_cannot_answer_a_challenge_of_the_deleted_one() {
        var session = session();
        var challenge = factors.challenge(session, Factor.EMAIL).id();
        var code = factors.sent();
        gatehouse.delete(id("alice"));
        gatehouse.signUp(id("alice"), address("alice"), PASSWORD);
        gatehouse.append(new EmailVerified(id("alice"), NOON));
        assertThat(refusal(challenge, session(), code)).contains(INVALID);
        assertThat(refusal(challenge, session, code)).contains(new SessionNotFound());
    }

    @Test
    void a_right_answer_leaves_one_log_entry_and_a_wrong_one_none() {
        var session = session();
        var app = factors.enrol("alice");
        var challenge = factors.challenge(session, Factor.TOTP).id();
        var before = gatehouse.logs().count(id("alice"));
        answerWrong(challenge, session, 3);
        assertThat(gatehouse.logs().count(id("alice"))).isEqualTo(before);
        gatehouse.advanceClock(Duration.ofSeconds(1));
        factors.answer(challenge, session, factors.code(app));
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .hasSize((int) before + 1)
                .first()
                .returns("challenges.update", LogEntry::event);
    }

    private SessionView session() {
        return gatehouse.signIn("alice").session();
    }

    private void answerWrong(ChallengeId challenge, SessionView session, int times) {
        for (var n = 0; n < times; n++) {
            assertThat(refusal(challenge, session, WRONG)).contains(INVALID);
        }
    }

    private Optional<Refusal> refusal(ChallengeId challenge, SessionView session, Secret code) {
        return refusalOf(() -> factors.answer(challenge, session, code));
    }
}
