package io.gatehouse.rest.session;

import static io.gatehouse.rest.Sample.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.domain.Secret;
import io.gatehouse.rest.Sample;
import io.gatehouse.rest.json.Json;
import io.gatehouse.rest.request.Caller;
import io.gatehouse.rest.request.EncodedSecret;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionBodyTest {

    private static final OpenedSession OPENED = new OpenedSession(SESSION, new Secret("ab12"));

    @Test
    void a_session_is_written_field_by_field_as_the_api_lists_them() throws JsonProcessingException {
        var body = SessionListBody.of(List.of(SESSION), Sample.call(Sample.alice()));
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
    void only_the_session_presented_is_the_current_one() {
        assertThat(SessionBody.of(SESSION, Sample.call(Sample.aliceByJwt())).current())
                .isFalse();
        assertThat(SessionBody.of(OPENED, Sample.call(new Caller.Guest())).current())
                .isTrue();
    }

    @Test
    void the_secret_is_told_to_servers_alone_and_only_when_it_is_new() {
        var server = Sample.server();
        assertThat(SessionBody.of(OPENED, Sample.call(server)).secret())
                .isEqualTo(new EncodedSecret("alice", OPENED.secret()).encode());
        assertThat(SessionBody.of(SESSION, Sample.call(server)).secret()).isEmpty();
        assertThat(SessionBody.of(OPENED, Sample.call(new Caller.Guest())).secret())
                .isEmpty();
    }
}
