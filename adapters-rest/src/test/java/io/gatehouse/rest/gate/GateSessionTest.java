package io.gatehouse.rest.gate;

import static io.gatehouse.rest.RestFixtures.NOON;
import static io.gatehouse.rest.RestFixtures.SESSION;
import static io.gatehouse.rest.gate.GateFixture.SESSION_OF_ALICE;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.ScopeMissing;
import io.gatehouse.domain.Secret;
import io.gatehouse.rest.request.EncodedSecret;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A caller is identified by a session in a cookie, in the session header, or in the fallback header; otherwise it is a
 * guest.
 */
class GateSessionTest {

    /** The secret of a session of Alice that has ended. */
    private static final String STALE = "eyJpZCI6ImFsaWNlIiwic2VjcmV0Ijoic3RhbGUifQ==";

    private static final String OF_BOB = "eyJpZCI6ImJvYiIsInNlY3JldCI6ImFiMTIifQ==";

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

    @ParameterizedTest
    @ValueSource(strings = {STALE, OF_BOB, "", "garbage", "%%%"})
    void a_session_that_opens_nothing_does_not_hide_another(String stale) {
        gate.send("Cookie", "a_session_demo=" + stale + "; a_session_demo=" + SESSION_OF_ALICE);
        assertThat(gate.admitted("getAccount").account()).isEqualTo(gate.account());
        gate.send("Cookie", "a_session_demo=" + stale + "; a_session_demo_legacy=" + SESSION_OF_ALICE);
        assertThat(gate.admitted("getAccount").account()).isEqualTo(gate.account());
        gate.send("Cookie", "a_session_demo=" + stale).send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.admitted("getAccount").account()).isEqualTo(gate.account());
        gate.send("X-Appwrite-Session", stale)
                .send("X-Fallback-Cookies", "{\"a_session_demo\":\"" + SESSION_OF_ALICE + "\"}");
        assertThat(gate.admitted("getAccount").account()).isEqualTo(gate.account());
    }

    @Test
    void a_few_sessions_are_tried_but_not_any_number_of_them() {
        var many = "a_session_demo=" + STALE + "; ";
        gate.send("Cookie", many.repeat(50) + "a_session_demo=" + SESSION_OF_ALICE);
        assertThat(gate.admitted("getAccount").account()).isEqualTo(gate.account());
        gate.send("Cookie", differentSessions(50) + "a_session_demo=" + SESSION_OF_ALICE);
        assertThat(gate.refusal("getAccount")).isInstanceOf(ScopeMissing.class);
    }

    private static String differentSessions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "a_session_demo=" + new EncodedSecret("alice", new Secret("stale" + i)).encode() + "; ")
                .collect(joining());
    }
}
