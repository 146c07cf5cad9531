package io.gatehouse.rest.gate;

import static io.gatehouse.rest.RestFixtures.NOON;
import static io.gatehouse.rest.gate.GateFixture.SESSION_OF_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.AuthMethodIsOff;
import io.gatehouse.domain.Refusal.RateLimitExceeded;
import io.gatehouse.domain.Refusal.SessionAlreadyExists;
import io.gatehouse.domain.Refusal.UnknownOrigin;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests are counted by the keys of the endpoint, after the checks of the caller and before those of the call. */
class GateRateLimitTest {

    private final GateFixture gate = new GateFixture();

    @Test
    void a_request_is_counted_by_project_method_path_and_lower_cased_address() {
        gate.sendBody("email=%20Alice%40B.C");
        gate.admitted("signIn");
        assertThat(gate.counted()).containsOnlyKeys("demo POST /v1/test/sign-in email:alice@b.c");
        assertThat(gate.responseHeaders().get("X-RateLimit-Limit")).isEqualTo("2");
        assertThat(gate.responseHeaders().get("X-RateLimit-Remaining")).isEqualTo("1");
        assertThat(gate.responseHeaders().get("X-RateLimit-Reset"))
                .isEqualTo(Long.toString(NOON.getEpochSecond() + 3_600));
    }

    @Test
    void an_alias_shares_the_counter_of_its_endpoint() {
        gate.sendBody("email=alice@b.c");
        gate.admitted("signIn");
        gate.admitted("signInAlias");
        assertThat(gate.refusal("signIn")).isEqualTo(new RateLimitExceeded());
        assertThat(gate.responseHeaders().get("X-RateLimit-Remaining")).isEqualTo("0");
    }

    @Test
    void requests_without_an_address_share_one_counter() {
        gate.admitted("signIn");
        gate.sendBody("email=");
        gate.admitted("signIn");
        assertThat(gate.counted()).containsExactly(Map.entry("demo POST /v1/test/sign-in email:{param-email}", 2));
    }

    @Test
    void of_several_counters_the_one_closest_to_its_limit_is_shown() {
        gate.sendBody("userId=bob");
        gate.admitted("redeemToken");
        gate.sendBody("userId=eve");
        gate.admitted("redeemToken");
        assertThat(gate.counted())
                .containsExactly(
                        Map.entry("demo userId:bob", 1),
                        Map.entry("demo PUT /v1/test/redeem ip:192.0.2.1", 2),
                        Map.entry("demo userId:eve", 1));
        assertThat(gate.responseHeaders().get("X-RateLimit-Remaining")).isEqualTo("1");
    }

    @Test
    void a_configured_limit_replaces_that_of_the_endpoint() {
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        gate.admitted("createJwt");
        assertThat(gate.responseHeaders().get("X-RateLimit-Limit")).isEqualTo("2");
        gate.admitted("createJwt");
        assertThat(gate.refusal("createJwt")).isEqualTo(new RateLimitExceeded());
        assertThat(gate.counted()).containsOnlyKeys("demo POST /v1/test/jwts caller:alice");
    }

    @Test
    void a_request_refused_for_its_method_or_an_open_session_has_been_counted() {
        assertThat(gate.refusal("signInWithCode")).isEqualTo(new AuthMethodIsOff());
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.refusal("signIn")).isEqualTo(new SessionAlreadyExists());
        assertThat(gate.counted()).hasSize(2);
    }

    @Test
    void a_request_refused_for_its_origin_has_not_been_counted() {
        gate.send("Origin", "https://evil.com");
        assertThat(gate.refusal("signIn")).isInstanceOf(UnknownOrigin.class);
        assertThat(gate.counted()).isEmpty();
    }
}
