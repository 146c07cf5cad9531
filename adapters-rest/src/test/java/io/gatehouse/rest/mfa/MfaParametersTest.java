package io.gatehouse.rest.mfa;

import static io.gatehouse.rest.Sample.ALICE;
import static io.gatehouse.rest.Sample.DEMO;
import static io.gatehouse.rest.Sample.NOON;
import static io.gatehouse.rest.Sample.SESSION;
import static io.gatehouse.rest.Sample.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.FactorIsOff;
import io.gatehouse.domain.Refusal.InvalidArgument;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.ChallengeHolder;
import io.gatehouse.rest.Sample;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Caller;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MfaParametersTest {

    @Test
    void whether_two_factors_are_wanted_is_yes_or_no_in_json() {
        assertThat(MfaBody.of(json("{\"mfa\":true}")).mfa()).isTrue();
        assertThat(MfaBody.of(json("{\"mfa\":false}")).mfa()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"mfa\":null}", "{\"mfa\":\"true\"}", "{\"mfa\":\"\"}", "{\"mfa\":1}"})
    void and_nothing_else(String body) {
        assertInvalid("mfa", () -> MfaBody.of(json(body)));
    }

    @Test
    void the_session_that_switches_goes_on_and_a_jwt_has_none() {
        var body = json("{\"mfa\":true}");
        assertThat(MfaBody.of(body).toCommand(Sample.call(Sample.alice())).session())
                .isEqualTo(SESSION);
        assertThat(MfaBody.of(body).toCommand(Sample.call(Sample.aliceByJwt())).session())
                .isNull();
        var code = new OtpBody(new Secret("123456"));
        assertThat(code.toCommand(Sample.call(Sample.alice())).session()).isEqualTo(SESSION.id());
        assertThat(code.toCommand(Sample.call(Sample.aliceByJwt())).session()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "totp, TOTP",
        "Email, EMAIL",
        "PHONE, PHONE",
        "recoveryCode, RECOVERY_CODE",
        "recoverycode, RECOVERY_CODE"
    })
    void a_factor_may_be_spelled_as_any_sdk_spells_it(String typed, Factor factor) {
        assertThat(NewChallengeBody.of(json("{\"factor\":\"" + typed + "\"}"))).isEqualTo(new NewChallengeBody(factor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"factor\":\"\"}", "{\"factor\":\"sms\"}", "{\"factor\":1}"})
    void any_other_factor_is_refused(String body) {
        assertInvalid("factor", () -> NewChallengeBody.of(json(body)));
    }

    @Test
    void a_factor_that_the_api_knows_and_nobody_offers_is_off() {
        assertThat(refusal(() -> NewChallengeBody.of(json("{\"factor\":\"custom\"}"))))
                .isEqualTo(new FactorIsOff("custom"));
    }

    @Test
    void a_jwt_asks_for_the_session_that_it_stands_for() {
        var body = new NewChallengeBody(Factor.EMAIL);
        assertThat(body.toCommand(Sample.call(Sample.aliceByJwt())).session()).isEqualTo(SESSION.id());
        assertThat(body.toCommand(Sample.call(Sample.alice())).session()).isEqualTo(SESSION.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                 | challengeId
            {"otp":"1"}                        | challengeId
            {"challengeId":"","otp":""}        | challengeId
            {"challengeId":5,"otp":""}         | challengeId
            {"challengeId":"c1"}               | otp
            {"challengeId":"c1","otp":123456}  | otp
            """)
    void an_answer_names_its_challenge_and_then_the_code(String body, String wrong) {
        assertInvalid(wrong, () -> ChallengeAnswerBody.of(json(body), DEMO));
    }

    @Test
    void both_have_at_most_256_characters() {
        assertThat(answer("x".repeat(256), "y".repeat(256)).challengeId())
                .isEqualTo(new ChallengeId(DEMO, "x".repeat(256)));
        assertInvalid("challengeId", () -> answer("x".repeat(257), "y"));
        assertInvalid("otp", () -> answer("x", "y".repeat(257)));
    }

    private static ChallengeAnswerBody answer(String challenge, String code) {
        return ChallengeAnswerBody.of(json("{\"challengeId\":\"" + challenge + "\",\"otp\":\"" + code + "\"}"), DEMO);
    }

    @Test
    void it_is_a_session_that_answers_and_never_a_jwt() {
        assertThat(answer("c1", "123456").toCommand(Sample.call(Sample.alice())).by())
                .isEqualTo(new ChallengeHolder(ALICE.id(), SESSION.id()));
        assertThat(refusal(() -> answer("c1", "123456").toCommand(Sample.call(Sample.aliceByJwt()))))
                .isEqualTo(new SessionNotFound());
    }

    @Test
    void an_authenticator_is_verified_with_a_code_and_nothing_less() {
        assertThat(OtpBody.of(json("{\"otp\":\"123456\"}"))).isEqualTo(new OtpBody(new Secret("123456")));
        assertInvalid("otp", () -> OtpBody.of(json("{\"otp\":123456}")));
        assertInvalid("otp", () -> OtpBody.of(json("{}")));
    }

    @Test
    void after_a_recent_challenge_nobody_looks_at_a_code() {
        var apiCall = deletion(new Caller.User(ALICE, Sample.session(NOON, "password"), false), "{\"otp\":5}");
        assertThat(AuthenticatorDeletionBody.of(apiCall, NOON.plus(Duration.ofMinutes(30)))
                        .otp())
                .isNull();
    }

    @Test
    void half_an_hour_later_and_for_a_jwt_a_code_is_needed() {
        var bySession = new Caller.User(ALICE, Sample.session(NOON, "password"), false);
        var late = NOON.plus(Duration.ofMinutes(30)).plusMillis(1);
        assertThat(AuthenticatorDeletionBody.of(deletion(bySession, "{\"otp\":\"0123456789\"}"), late)
                        .otp())
                .isEqualTo(new Secret("0123456789"));
        assertInvalid("otp", () -> AuthenticatorDeletionBody.of(deletion(bySession, "{}"), late));
        var byJwt = new Caller.User(ALICE, Sample.session(NOON, "password"), true);
        assertInvalid("otp", () -> AuthenticatorDeletionBody.of(deletion(byJwt, "{}"), NOON));
    }

    private static ApiCall deletion(Caller caller, String body) {
        return Sample.call(caller, json(body));
    }

    private static void assertInvalid(String name, ThrowingCallable reading) {
        assertThat(refusal(reading)).isInstanceOfSatisfying(InvalidArgument.class, invalid -> assertThat(invalid.name())
                .isEqualTo(name));
    }

    private static Refusal refusal(ThrowingCallable reading) {
        return catchThrowableOfType(RefusedException.class, reading).refusal();
    }
}
