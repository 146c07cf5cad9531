package io.gatehouse.rest.gate;

import static io.gatehouse.rest.RestFixtures.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.JwtIsInvalid;
import io.gatehouse.domain.Refusal.ProjectNotFound;
import io.gatehouse.domain.Refusal.ScopeMissing;
import io.gatehouse.domain.Refusal.UnknownOrigin;
import io.gatehouse.rest.request.Caller;
import org.junit.jupiter.api.Test;

/**
 * A browser's origin has to be known to the project, unless the endpoint is open to anyone; then pages may read the
 * response.
 */
class GateOriginTest {

    private final GateFixture gate = new GateFixture();

    @Test
    void an_unknown_origin_is_refused_before_an_unknown_project() {
        gate.send("X-Appwrite-Project", "nobody");
        assertThat(gate.refusal("getAccount")).isEqualTo(new ProjectNotFound());
        gate.send("Origin", "https://evil.com");
        assertThat(gate.refusal("getAccount")).isInstanceOf(UnknownOrigin.class);
        assertThat(gate.responseHeaders().contains("Access-Control-Allow-Origin"))
                .isFalse();
    }

    @Test
    void a_known_origin_gets_a_cors_header_even_if_the_request_is_refused() {
        gate.send("Origin", "https://App.example.com");
        assertThat(gate.refusal("getAccount")).isInstanceOf(ScopeMissing.class);
        assertThat(gate.responseHeaders().get("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
    }

    @Test
    void a_known_origin_gets_a_cors_header_even_if_the_jwt_is_refused() {
        gate.send("X-Appwrite-JWT", "forged");
        gate.send("Origin", "https://app.example.com");
        assertThat(gate.refusal("getAccount")).isEqualTo(new JwtIsInvalid());
        assertThat(gate.responseHeaders().get("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
    }

    @Test
    void an_endpoint_open_to_anyone_admits_every_origin_and_keys_but_no_unknown_project() {
        gate.send("Origin", "https://anywhere.com");
        assertThat(gate.admitted("getPublicKeys").project()).isEqualTo(PROJECT);
        assertThat(gate.responseHeaders().get("Access-Control-Allow-Origin")).isEqualTo("https://anywhere.com");
        gate.send("X-Appwrite-Key", "server");
        assertThat(gate.admitted("getPublicKeys").caller()).isInstanceOf(Caller.Key.class);
        gate.sendNo("X-Appwrite-Key").send("X-Appwrite-Project", "nobody");
        assertThat(gate.refusal("getPublicKeys")).isEqualTo(new ProjectNotFound());
    }
}
