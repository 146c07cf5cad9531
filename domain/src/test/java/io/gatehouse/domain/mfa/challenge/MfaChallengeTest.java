package io.gatehouse.domain.mfa.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Given;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.ChallengeHolder;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.ExpireChallenge;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.PassChallenge;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.RecordFailedAttempt;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeCreated;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeExpired;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeFailed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengePassed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeWithdrawn;
import io.gatehouse.domain.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class MfaChallengeTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));
    private static final Instant TOO_LATE = ONE.plusNanos(1000);
    private static final ProjectId DEMO = new ProjectId("demo");
    private static final AccountId ALICE = new AccountId(DEMO, "alice");
    private static final SessionId SESSION = new SessionId(DEMO, "session");
    private static final ChallengeHolder ASKED = new ChallengeHolder(ALICE, SESSION);
    private static final ChallengeHolder HER_OTHER_SESSION = new ChallengeHolder(ALICE, new SessionId(DEMO, "other"));
    private static final ChallengeHolder ANOTHER_USER = new ChallengeHolder(new AccountId(DEMO, "bob"), SESSION);
    private static final ChallengeHolder NAMESAKE =
            new ChallengeHolder(new AccountId(new ProjectId("other"), "alice"), SESSION);
    static final List<ChallengeHolder> OTHERS = List.of(HER_OTHER_SESSION, ANOTHER_USER, NAMESAKE);

    private static final ChallengeId ID = new ChallengeId(DEMO, "challenge");
    private static final SecretDigest CODE = new Secret("123456").digest();
    private static final SecretDigest WRONG_CODE = new Secret("654321").digest();
    private static final Recipient MAILBOX = new Recipient("alice@example.com");
    private static final Recipient ELSEWHERE = new Recipient("alice@example.org");
    private static final MfaChallengeCreated BY_MAIL =
            new MfaChallengeCreated(ALICE, ID, SESSION, Factor.EMAIL, CODE, MAILBOX, ONE, NOON);
    private static final MfaChallengeCreated BY_OWN_MEANS = byOwnMeans(Factor.TOTP);
    private static final MfaChallengePassed PASSED = new MfaChallengePassed(ALICE, ID, NOON);
    private static final MfaChallengeFailed FAILED = new MfaChallengeFailed(ALICE, ID, NOON);
    private static final MfaChallengeWithdrawn WITHDRAWN = new MfaChallengeWithdrawn(ALICE, ID, NOON);
    private static final MfaChallengeExpired EXPIRED = new MfaChallengeExpired(ALICE, ID, TOO_LATE);
    static final List<MfaChallengeEvent> ENDS = List.of(PASSED, WITHDRAWN, EXPIRED);
    private static final PassChallenge PASS = pass(ASKED, NOON);
    private static final RecordFailedAttempt COUNT = new RecordFailedAttempt(ID, ASKED, NOON);

    @Test
    void the_right_code_passes_a_challenge_once() {
        given(BY_MAIL).when(PASS).then(PASSED);
        given(BY_MAIL, PASSED).when(PASS).thenRefused(new InvalidToken());
    }

    @Test
    void another_code_is_refused() {
        given(BY_MAIL).when(typing(WRONG_CODE)).thenRefused(new InvalidToken());
        given(BY_MAIL).when(typing()).thenRefused(new InvalidToken());
    }

    @Test
    void a_code_passes_if_one_of_its_digests_matches() {
        given(BY_MAIL).when(typing(WRONG_CODE, CODE)).then(PASSED);
        given(BY_MAIL).when(typing(CODE, WRONG_CODE)).then(PASSED);
    }

    @Test
    void a_code_sent_to_a_former_contact_is_refused() {
        given(BY_MAIL).when(reaching(ELSEWHERE)).thenRefused(new InvalidToken());
        given(BY_MAIL).when(reaching()).thenRefused(new InvalidToken());
        given(BY_MAIL).when(reaching(ELSEWHERE, MAILBOX)).then(PASSED);
    }

    @Test
    void a_challenge_without_a_code_of_its_own_checks_neither_code_nor_contact() {
        given(BY_OWN_MEANS).when(typing(WRONG_CODE)).then(PASSED);
        given(BY_OWN_MEANS).when(typing()).then(PASSED);
        given(BY_OWN_MEANS).when(reaching()).then(PASSED);
    }

    @ParameterizedTest
    @FieldSource("OTHERS")
    void an_answer_of_another_session_or_user_is_refused(ChallengeHolder other) {
        given(BY_MAIL).when(pass(other, NOON)).thenRefused(new InvalidToken());
        given(BY_OWN_MEANS).when(pass(other, NOON)).thenRefused(new InvalidToken());
        assertThat(factorFor(other, NOON, BY_MAIL)).isEmpty();
    }

    @Test
    void a_challenge_can_be_passed_until_it_expires() {
        given(BY_MAIL).when(pass(ASKED, ONE)).then(new MfaChallengePassed(ALICE, ID, ONE));
        given(BY_MAIL).when(pass(ASKED, TOO_LATE)).thenRefused(new InvalidToken());
        given(BY_OWN_MEANS).when(pass(ASKED, TOO_LATE)).thenRefused(new InvalidToken());
    }

    @ParameterizedTest
    @FieldSource("ENDS")
    void a_passed_withdrawn_or_expired_challenge_is_unknown(MfaChallengeEvent end) {
        given(BY_MAIL, end).when(PASS).thenRefused(new InvalidToken());
        given(BY_MAIL, end).when(COUNT).thenNothingNew();
        given(BY_MAIL, end).when(new ExpireChallenge(ID, TOO_LATE)).thenNothingNew();
        given(BY_MAIL, end, FAILED).when(PASS).thenRefused(new InvalidToken());
        assertThat(factorFor(ASKED, NOON, BY_MAIL, end)).isEmpty();
    }

    @Test
    void a_challenge_that_was_never_created_is_unknown() {
        given().when(PASS).thenRefused(new InvalidToken());
        given().when(COUNT).thenNothingNew();
        given().when(new ExpireChallenge(ID, TOO_LATE)).thenNothingNew();
        assertThat(factorFor(ASKED, NOON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_factor_of_an_open_challenge_is_known_until_it_expires(Factor factor) {
        var open = byOwnMeans(factor);
        assertThat(factorFor(ASKED, ONE, open)).contains(factor);
        assertThat(factorFor(ASKED, TOO_LATE, open)).isEmpty();
    }

    @Test
    void a_challenge_can_be_passed_after_nine_wrong_answers() {
        given(BY_MAIL).when(COUNT).then(FAILED);
        given(failed(8)).when(COUNT).then(FAILED);
        given(failed(9)).when(PASS).then(PASSED);
    }

    @Test
    void the_tenth_wrong_answer_withdraws_the_challenge() {
        given(failed(9)).when(COUNT).then(FAILED, WITHDRAWN);
    }

    @Test
    void a_counted_wrong_answer_does_not_change_what_is_refused() {
        given(BY_MAIL, FAILED).when(typing(WRONG_CODE)).thenRefused(new InvalidToken());
        given(BY_MAIL, FAILED).when(reaching(ELSEWHERE)).thenRefused(new InvalidToken());
        given(BY_MAIL, FAILED).when(pass(HER_OTHER_SESSION, NOON)).thenRefused(new InvalidToken());
        given(BY_MAIL, FAILED).when(pass(ASKED, TOO_LATE)).thenRefused(new InvalidToken());
        assertThat(factorFor(ASKED, ONE, BY_MAIL, FAILED)).contains(Factor.EMAIL);
    }

    @ParameterizedTest
    @FieldSource("OTHERS")
    void wrong_answers_of_others_are_not_counted(ChallengeHolder other) {
        given(BY_MAIL).when(new RecordFailedAttempt(ID, other, NOON)).thenNothingNew();
        given(failed(9)).when(new RecordFailedAttempt(ID, other, NOON)).thenNothingNew();
    }

    @Test
    void wrong_answers_are_counted_until_the_challenge_expires() {
        given(BY_MAIL).when(new RecordFailedAttempt(ID, ASKED, ONE)).then(new MfaChallengeFailed(ALICE, ID, ONE));
        given(BY_MAIL).when(new RecordFailedAttempt(ID, ASKED, TOO_LATE)).thenNothingNew();
    }

    @Test
    void expiry_is_recorded_after_the_expiry_time_and_not_before() {
        given(BY_MAIL).when(new ExpireChallenge(ID, ONE)).thenNothingNew();
        given(BY_MAIL).when(new ExpireChallenge(ID, TOO_LATE)).then(EXPIRED);
    }

    @Test
    void the_stored_stream_type_is_challenge() {
        assertThat(ID.streamType()).isEqualTo("challenge");
    }

    private static MfaChallengeCreated byOwnMeans(Factor factor) {
        return new MfaChallengeCreated(ALICE, ID, SESSION, factor, null, null, ONE, NOON);
    }

    private static PassChallenge pass(ChallengeHolder by, Instant at) {
        return new PassChallenge(ID, by, List.of(CODE), Set.of(MAILBOX), at);
    }

    private static PassChallenge typing(SecretDigest... codes) {
        return new PassChallenge(ID, ASKED, List.of(codes), Set.of(MAILBOX), NOON);
    }

    private static PassChallenge reaching(Recipient... reached) {
        return new PassChallenge(ID, ASKED, List.of(CODE), Set.of(reached), NOON);
    }

    private static List<MfaChallengeEvent> failed(int times) {
        return Stream.<MfaChallengeEvent>concat(Stream.of(BY_MAIL), Collections.nCopies(times, FAILED).stream())
                .toList();
    }

    private static Optional<Factor> factorFor(ChallengeHolder by, Instant now, MfaChallengeEvent... history) {
        return given(history).query(challenge -> challenge.factorFor(by, now));
    }

    private static Given<MfaChallenge, MfaChallengeCommand, MfaChallengeEvent> given(MfaChallengeEvent... history) {
        return given(List.of(history));
    }

    private static Given<MfaChallenge, MfaChallengeCommand, MfaChallengeEvent> given(List<MfaChallengeEvent> history) {
        return Given.of(ID, history);
    }
}
