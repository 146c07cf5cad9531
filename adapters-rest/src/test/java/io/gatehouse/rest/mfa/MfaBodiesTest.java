package io.gatehouse.rest.mfa;

import static io.gatehouse.rest.RestFixtures.ALICE;
import static io.gatehouse.rest.RestFixtures.DEMO;
import static io.gatehouse.rest.RestFixtures.NEXT_YEAR;
import static io.gatehouse.rest.RestFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.application.mfa.UsableFactors;
import io.gatehouse.application.mfa.authenticator.EnrolAuthenticator;
import io.gatehouse.application.mfa.challenge.IssuedChallenge;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.rest.RestFixtures;
import io.gatehouse.rest.json.Json;
import io.gatehouse.rest.mfa.authenticator.MfaTypeBody;
import io.gatehouse.rest.mfa.challenge.MfaChallengeBody;
import io.gatehouse.rest.mfa.recoverycodes.MfaRecoveryCodesBody;
import io.gatehouse.rest.request.Caller;
import io.gatehouse.rest.session.SessionBody;
import java.util.List;
import org.junit.jupiter.api.Test;

class MfaBodiesTest {

    @Test
    void a_challenge_is_written_without_its_code() throws JsonProcessingException {
        var challenge = new IssuedChallenge(new ChallengeId(DEMO, "c1"), ALICE.id(), NOON, NEXT_YEAR);
        assertThat(json(MfaChallengeBody.of(challenge)))
                .isEqualTo("{\"$id\":\"c1\",\"$createdAt\":\"2024-02-29T12:00:00.123+00:00\",\"userId\":\"alice\","
                        + "\"expire\":\"2025-02-28T12:00:00.000+00:00\"}");
    }

    @Test
    void the_five_factors_are_written_and_custom_is_always_false() throws JsonProcessingException {
        assertThat(json(MfaFactorsBody.of(new UsableFactors(true, false, true, false))))
                .isEqualTo("{\"totp\":true,\"phone\":false,\"email\":true,\"recoveryCode\":false,\"custom\":false}");
        assertThat(json(SampleFactors.all()))
                .isEqualTo("{\"totp\":true,\"phone\":true,\"email\":true,\"recoveryCode\":true,\"custom\":false}");
    }

    @Test
    void an_authenticator_is_written_as_secret_and_uri() throws JsonProcessingException {
        var created = new EnrolAuthenticator.Created(new Secret("ABCD"), "otpauth://totp/x");
        assertThat(json(MfaTypeBody.of(created))).isEqualTo("{\"secret\":\"ABCD\",\"uri\":\"otpauth://totp/x\"}");
    }

    @Test
    void recovery_codes_are_written_and_their_text_is_hidden() throws JsonProcessingException {
        var body = MfaRecoveryCodesBody.of(List.of(new Secret("0123456789"), new Secret("abcdef0123")));
        assertThat(json(body)).isEqualTo("{\"recoveryCodes\":[\"0123456789\",\"abcdef0123\"]}");
        assertThat(body.toString()).doesNotContain("0123456789");
    }

    @Test
    void the_current_session_is_written_with_the_time_of_its_last_challenge() throws JsonProcessingException {
        var session = RestFixtures.session(NOON, "password", "totp");
        var apiCall = RestFixtures.call(new Caller.User(ALICE, session, false));
        assertThat(json(SessionBody.of(session, apiCall)))
                .endsWith("\"countryCode\":\"in\",\"countryName\":\"India\",\"current\":true,"
                        + "\"factors\":[\"password\",\"totp\"],\"secret\":\"\","
                        + "\"mfaUpdatedAt\":\"2024-02-29T12:00:00.123+00:00\"}");
    }

    private static String json(Object body) throws JsonProcessingException {
        return Json.WRITER.writeValueAsString(body);
    }
}
