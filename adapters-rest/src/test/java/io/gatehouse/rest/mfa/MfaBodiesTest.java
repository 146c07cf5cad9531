package io.gatehouse.rest.mfa;

import static io.gatehouse.rest.Sample.ALICE;
import static io.gatehouse.rest.Sample.DEMO;
import static io.gatehouse.rest.Sample.NEXT_YEAR;
import static io.gatehouse.rest.Sample.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.application.mfa.UsableFactors;
import io.gatehouse.application.mfa.authenticator.EnrolAuthenticator;
import io.gatehouse.application.mfa.challenge.IssuedChallenge;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.rest.Sample;
import io.gatehouse.rest.json.Json;
import io.gatehouse.rest.request.Caller;
import io.gatehouse.rest.session.SessionBody;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.junit.jupiter.api.Test;

class MfaBodiesTest {

    @Test
    void a_challenge_does_not_tell_its_code() throws JsonProcessingException {
        var challenge = new IssuedChallenge(new ChallengeId(DEMO, "c1"), ALICE.id(), NOON, NEXT_YEAR);
        assertThat(json(MfaChallengeBody.of(challenge)))
                .isEqualTo("{\"$id\":\"c1\",\"$createdAt\":\"2024-02-29T12:00:00.123+00:00\",\"userId\":\"alice\","
                        + "\"expire\":\"2025-02-28T12:00:00.000+00:00\"}");
    }

    @Test
    void factors_are_five_and_the_last_is_never_there() throws JsonProcessingException {
        assertThat(json(MfaFactorsBody.of(new UsableFactors(true, false, true, false))))
                .isEqualTo("{\"totp\":true,\"phone\":false,\"email\":true,\"recoveryCode\":false,\"custom\":false}");
        assertThat(json(SampleFactors.all()))
                .isEqualTo("{\"totp\":true,\"phone\":true,\"email\":true,\"recoveryCode\":true,\"custom\":false}");
    }

    @Test
    void what_an_app_has_to_know_is_a_secret_and_a_uri() throws JsonProcessingException {
        var created = new EnrolAuthenticator.Created(new Secret("ABCD"), "otpauth://totp/x");
        assertThat(json(MfaTypeBody.of(created))).isEqualTo("{\"secret\":\"ABCD\",\"uri\":\"otpauth://totp/x\"}");
    }

    @Test
    void recovery_codes_are_listed_and_not_told_in_passing() throws JsonProcessingException {
        var body = MfaRecoveryCodesBody.of(List.of(new Secret("0123456789"), new Secret("abcdef0123")));
        assertThat(json(body)).isEqualTo("{\"recoveryCodes\":[\"0123456789\",\"abcdef0123\"]}");
        assertThat(body.toString()).doesNotContain("0123456789");
    }

    @Test
    void no_cache_keeps_a_secret() {
        assertThat(NoStore.answer("x").build().getHeaders().getFirst("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(NoStore.answer(Status.CREATED, "x").build().getStatus()).isEqualTo(201);
    }

    @Test
    void a_session_that_has_passed_a_challenge_is_the_current_one_and_says_when() throws JsonProcessingException {
        var session = Sample.session(NOON, "password", "totp");
        var apiCall = Sample.call(new Caller.User(ALICE, session, false));
        assertThat(json(SessionBody.of(session, apiCall)))
                .endsWith("\"countryCode\":\"in\",\"countryName\":\"India\",\"current\":true,"
                        + "\"factors\":[\"password\",\"totp\"],\"secret\":\"\","
                        + "\"mfaUpdatedAt\":\"2024-02-29T12:00:00.123+00:00\"}");
    }

    private static String json(Object body) throws JsonProcessingException {
        return Json.WRITER.writeValueAsString(body);
    }
}
