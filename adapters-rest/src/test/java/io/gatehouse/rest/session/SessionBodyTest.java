package io.gatehouse.rest.session;

import static io.gatehouse.rest.RestFixtures.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.domain.Secret;
import io.gatehouse.rest.RestFixtures;
import io.gatehouse.rest.json.Json;
import io.gatehouse.rest.request.Caller;
import io.gatehouse.rest.request.EncodedSecret;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionBodyTest {

    private static final OpenedSession OPENED = new OpenedSession(SESSION, new Secret("ab12"));

    @Test
    void a_session_has_the_fields_of_the_api_in_order() throws JsonProcessingException {
        var body = SessionListBody.of(List.of(SESSION), RestFixtures.call(RestFixtures.alice()));
        assertThat(Json.WRITER.writeValueAsString(body))
                .isEqualTo("{\"total\":1,\"sessions\":[{\"$id\":\"s1\","
                        + "\"$createdAt\":\"2024-02-29T12:00:00.123+00:00\","
                        + "\"$updatedAt\":\"2024-02-29T12:00:00.123+00:00\",\"userId\":\"alice\","
                        + "\"expire\":\"2025-02-28T12:00:00.000+00:00\",\"provider\":\"email\","
                        + "\"providerUid\":\"alice.a+x@gmail.com\",\"providerAccessToken\":\"\","
                        + "\"providerAccessTokenExpiry\":\"\",\"providerRefreshToken\":\"\",\"ip\":\"192.0.2.1\","
                        + "\"osCode\":\"MAC\",\"osName\":\"Mac\",\"osVersion\":\"10.15\",\"clientType\":\"browser\","
                        + "\"clientCode\":\"CH\",\"clientName\":\"Chrome\",\"clientVersion\":\"126.0\","
                        + "\"clientEngine\":\"Blink\",\"clientEngineVersion\":\"126.0.0.0\","
                        + "\"deviceName\":\"desktop\",\"deviceBrand\":\"Apple\",\"deviceModel\":\"\","
                        + "\"countryCode\":\"in\",\"countryName\":\"India\",\"current\":true,"
                        + "\"factors\":[\"password\"],\"secret\":\"\",\"mfaUpdatedAt\":\"\"}]}");
    }

    @Test
    void only_the_session_of_the_request_is_current() {
        assertThat(SessionBody.of(SESSION, RestFixtures.call(RestFixtures.aliceByJwt()))
                        .current())
                .isFalse();
        assertThat(SessionBody.of(OPENED, RestFixtures.call(new Caller.Guest())).current())
                .isTrue();
    }

    @Test
    void the_secret_is_returned_to_keys_only_and_only_when_it_is_new() {
        var server = RestFixtures.server();
        assertThat(SessionBody.of(OPENED, RestFixtures.call(server)).secret())
                .isEqualTo(new EncodedSecret("alice", OPENED.secret()).encode());
        assertThat(SessionBody.of(SESSION, RestFixtures.call(server)).secret()).isEmpty();
        assertThat(SessionBody.of(OPENED, RestFixtures.call(new Caller.Guest())).secret())
                .isEmpty();
    }
}
