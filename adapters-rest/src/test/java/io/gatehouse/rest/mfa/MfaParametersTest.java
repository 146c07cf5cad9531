package io.gatehouse.rest.mfa;

import static io.gatehouse.rest.RestFixtures.ALICE;
import static io.gatehouse.rest.RestFixtures.DEMO;
import static io.gatehouse.rest.RestFixtures.NOON;
import static io.gatehouse.rest.RestFixtures.SESSION;
import static io.gatehouse.rest.RestFixtures.json;
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
import io.gatehouse.rest.RestFixtures;
import io.gatehouse.rest.mfa.authenticator.AuthenticatorDeletionBody;
import io.gatehouse.rest.mfa.authenticator.OtpBody;
import io.gatehouse.rest.mfa.challenge.ChallengeAnswerBody;
import io.gatehouse.rest.mfa.challenge.NewChallengeBody;
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
    void mfa_is_true_or_false() {
        assertThat(MfaBody.of(json("{\"mfa\":true}")).mfa()).isTrue();
        assertThat(MfaBody.of(json("{\"mfa\":false}")).mfa()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"mfa\":null}", "{\"mfa\":\"true\"}", "{\"mfa\":\"\"}", "{\"mfa\":1}"})
    void mfa_of_another_type_is_refused(String body) {
        assertInvalid("mfa", () -> MfaBody.of(json(body)));
    }

    @Test
    void commands_contain_the_session_of_the_request_and_none_for_a_jwt() {
        var body = json("{\"mfa\":true}");
        assertThat(MfaBody.of(body)
                        .toCommand(RestFixtures.call(RestFixtures.alice()))
                        .session())
                .isEqualTo(SESSION);
        assertThat(MfaBody.of(body)
                        .toCommand(RestFixtures.call(RestFixtures.aliceByJwt()))
                        .session())
                .isNull();
        var code = new OtpBody(new Secret("123456"));
        assertThat(code.toCommand(RestFixtures.call(RestFixtures.alice())).session())
                .isEqualTo(SESSION.id());
        assertThat(code.toCommand(RestFixtures.call(RestFixtures.aliceByJwt())).session())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "totp, TOTP",
        "Email, EMAIL",
        "PHONE, PHONE",
        "recoveryCode, RECOVERY_CODE",
        "recoverycode, RECOVERY_CODE"
    })
    void a_factor_is_accepted_in_every_spelling_of_the_sdks(String input, Factor factor) {
        assertThat(NewChallengeBody.of(json("{\"factor\":\"" + input + "\"}"))).isEqualTo(new NewChallengeBody(factor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"factor\":\"\"}", "{\"factor\":\"sms\"}", "{\"factor\":1}"})
    void any_other_factor_is_refused(String body) {
        assertInvalid("factor", () -> NewChallengeBody.of(json(body)));
    }

    @Test
    void the_factor_custom_is_refused_as_switched_off() {
        assertThat(refusal(() -> NewChallengeBody.of(json("{\"factor\":\"custom\"}"))))
                .isEqualTo(new FactorIsOff("custom"));
    }

    @Test
    void a_challenge_requested_by_jwt_is_for_the_session_of_the_jwt() {
        var body = new NewChallengeBody(Factor.EMAIL);
        assertThat(body.toCommand(RestFixtures.call(RestFixtures.aliceByJwt())).session())
                .isEqualTo(SESSION.id());
        assertThat(body.toCommand(RestFixtures.call(RestFixtures.alice())).session())
                .isEqualTo(SESSION.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                 | challengeId
            {"otp":"1"}                        | challengeId
            {"challengeId":"","otp":""}        | challengeId
            {"challengeId":5,"otp":""}         | challengeId
            {"challengeId":"c1"}               | otp
            {"challengeId":"c1","otp":true}    | otp
            """)
    void an_answer_needs_a_challenge_and_then_a_code(String body, String wrong) {
        assertInvalid(wrong, () -> ChallengeAnswerBody.of(json(body), DEMO));
    }

    @Test
    void challenge_and_code_have_at_most_256_characters() {
        assertThat(answer("x".repeat(256), "y".repeat(256)).challengeId())
                .isEqualTo(new ChallengeId(DEMO, "x".repeat(256)));
        assertInvalid("challengeId", () -> answer("x".repeat(257), "y"));
        assertInvalid("otp", () -> answer("x", "y".repeat(257)));
    }

    private static ChallengeAnswerBody answer(String challenge, String code) {
        return ChallengeAnswerBody.of(json("{\"challengeId\":\"" + challenge + "\",\"otp\":\"" + code + "\"}"), DEMO);
    }

    @Test
    void a_challenge_is_answered_by_a_session_and_not_by_a_jwt() {
        assertThat(answer("c1", "123456")
                        .toCommand(RestFixtures.call(RestFixtures.alice()))
                        .holder())
                .isEqualTo(new ChallengeHolder(ALICE.id(), SESSION.id()));
        assertThat(refusal(() -> answer("c1", "123456").toCommand(RestFixtures.call(RestFixtures.aliceByJwt()))))
                .isEqualTo(new SessionNotFound());
    }

    @Test
    void verifying_an_authenticator_needs_a_code() {
        assertThat(OtpBody.of(json("{\"otp\":\"123456\"}"))).isEqualTo(new OtpBody(new Secret("123456")));
        assertInvalid("otp", () -> OtpBody.of(json("{\"otp\":-123456}")));
        assertInvalid("otp", () -> OtpBody.of(json("{\"otp\":true}")));
        assertInvalid("otp", () -> OtpBody.of(json("{\"otp\":[123456]}")));
        assertInvalid("otp", () -> OtpBody.of(json("{\"otp\":null}")));
        assertInvalid("otp", () -> OtpBody.of(json("{\"otp\":\"" + " ".repeat(251) + "123456\"}")));
        assertInvalid("otp", () -> OtpBody.of(json("{}")));
    }

    @Test
    void codes_are_read_however_they_are_typed_also_as_numbers() {
        assertThat(OtpBody.of(json("{\"otp\":\"12 34-56\\n\"}")).otp()).isEqualTo(new Secret("123456"));
        assertThat(OtpBody.of(json("{\"otp\":3456}")).otp()).isEqualTo(new Secret("003456"));
        assertThat(answer("c1", "0A1B2-C3D4E ").otp()).isEqualTo(new Secret("0a1b2c3d4e"));
        var bySession = new Caller.User(ALICE, RestFixtures.session(NOON, "password"), false);
        var late = NOON.plus(Duration.ofMinutes(31));
        assertThat(AuthenticatorDeletionBody.of(deletion(bySession, "{\"otp\":123456789}"), late)
                        .otp())
                .isEqualTo(new Secret("0123456789"));
    }

    @Test
    void after_a_recent_challenge_a_code_is_ignored() {
        var apiCall = deletion(new Caller.User(ALICE, RestFixtures.session(NOON, "password"), false), "{\"otp\":5}");
        assertThat(AuthenticatorDeletionBody.of(apiCall, NOON.plus(Duration.ofMinutes(30)))
                        .otp())
                .isNull();
    }

    @Test
    void without_a_recent_challenge_and_by_jwt_a_code_is_needed() {
        var bySession = new Caller.User(ALICE, RestFixtures.session(NOON, "password"), false);
        var late = NOON.plus(Duration.ofMinutes(30)).plusMillis(1);
        assertThat(AuthenticatorDeletionBody.of(deletion(bySession, "{\"otp\":\"0123456789\"}"), late)
                        .otp())
                .isEqualTo(new Secret("0123456789"));
        assertInvalid("otp", () -> AuthenticatorDeletionBody.of(deletion(bySession, "{}"), late));
        var byJwt = new Caller.User(ALICE, RestFixtures.session(NOON, "password"), true);
        assertInvalid("otp", () -> AuthenticatorDeletionBody.of(deletion(byJwt, "{}"), NOON));
    }

    private static ApiCall deletion(Caller caller, String body) {
        return RestFixtures.call(caller, json(body));
    }

    private static void assertInvalid(String name, ThrowingCallable reading) {
        assertThat(refusal(reading)).isInstanceOfSatisfying(InvalidArgument.class, invalid -> assertThat(invalid.name())
                .isEqualTo(name));
    }

    private static Refusal refusal(ThrowingCallable reading) {
        return catchThrowableOfType(RefusedException.class, reading).refusal();
    }
}
