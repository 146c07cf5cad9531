package io.gatehouse.rest.gate;

import static io.gatehouse.rest.RestFixtures.NOON;
import static io.gatehouse.rest.RestFixtures.SESSION;
import static io.gatehouse.rest.gate.GateFixture.SESSION_OF_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.ScopeMissing;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A caller is identified by a session in a cookie, in the session header, or in the fallback header; otherwise it is a
 * guest.
 */
class GateSessionTest {

    private final GateFixture gate = new GateFixture();

    @ParameterizedTest
    @CsvSource({
        "Cookie, a_session_demo=",
        "Cookie, a_session_demo=garbage; A_SESSION_DEMO_LEGACY=",
        "X-Appwrite-Session, ''"
    })
    void a_session_is_recognised_in_cookies_and_in_the_session_header(String header, String prefix) {
        gate.send(header, prefix + SESSION_OF_ALICE);
        assertThat(gate.admitted("getAccount").account()).isEqualTo(gate.account());
        assertThat(gate.responseHeaders().get("X-Debug-Fallback")).isEqualTo("false");
    }

    @Test
    void a_session_is_recognised_in_the_fallback_header_if_there_is_none_elsewhere() {
        gate.send("X-Fallback-Cookies", "{\"a_session_demo\":\"" + SESSION_OF_ALICE + "\"}");
        assertThat(gate.admitted("getAccount").isCurrent(SESSION.id())).isTrue();
        assertThat(gate.responseHeaders().get("X-Debug-Fallback")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "eyJpZCI6ImJvYiIsInNlY3JldCI6ImFiMTIifQ==", "%%%"})
    void a_caller_with_an_unreadable_or_unknown_session_is_a_guest(String session) {
        gate.send("Cookie", "a_session_demo=" + session);
        gate.send("X-Fallback-Cookies", "{{{");
        assertThat(gate.refusal("getAccount")).isInstanceOf(ScopeMissing.class);
    }

    @Test
    void a_failure_to_record_the_access_of_a_session_does_not_fail_the_request() {
        gate.setTime(NOON.plus(Duration.ofDays(2)));
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.admitted("getAccount").account().accessedAt()).isEqualTo(NOON);
    }
}
