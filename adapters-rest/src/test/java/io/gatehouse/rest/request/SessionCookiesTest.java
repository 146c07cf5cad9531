package io.gatehouse.rest.request;

import static io.gatehouse.rest.RestFixtures.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.domain.Secret;
import io.gatehouse.rest.RestFixtures;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.junit.jupiter.api.Test;

class SessionCookiesTest {

    private static final OpenedSession OPENED = new OpenedSession(SESSION, new Secret("ab12"));
    private static final String VALUE = new EncodedSecret("alice", OPENED.secret()).encode();

    @Test
    void an_opened_session_sets_both_cookies() {
        var answer = SessionCookies.keep(ResponseBuilder.ok(), OPENED, RestFixtures.call(new Caller.Guest()));
        var attributes = "=" + VALUE.replace("=", "%3D")
                + "; expires=Fri, 28 Feb 2025 12:00:00 GMT; path=/; domain=.api.example.com; secure; HttpOnly";
        assertThat(answer.build().getHeaders().get("Set-Cookie"))
                .containsExactly(
                        "a_session_demo_legacy" + attributes, "a_session_demo" + attributes + "; SameSite=None");
    }

    @Test
    void a_page_of_another_site_gets_the_session_in_the_fallback_header_as_well() {
        var answer = SessionCookies.keep(ResponseBuilder.ok(), OPENED, from("https://app.example.org"));
        assertThat(fallback(answer.build())).isEqualTo("{\"a_session_demo\":\"" + VALUE + "\"}");
    }

    @Test
    void a_page_of_the_same_site_gets_no_fallback_header() {
        var answer = SessionCookies.keep(ResponseBuilder.ok(), OPENED, from("https://app.example.com"));
        assertThat(fallback(answer.build())).isNull();
    }

    @Test
    void cookies_by_plain_http_on_localhost_have_neither_domain_nor_secure() {
        var apiCall = RestFixtures.call(new Caller.Guest(), new RequestOrigin(false, "localhost", null));
        var answer = SessionCookies.keep(ResponseBuilder.ok(), OPENED, apiCall);
        assertThat(answer.build().getHeaders().getFirst("Set-Cookie").toString())
                .endsWith(" GMT; path=/; HttpOnly");
    }

    @Test
    void dropped_cookies_are_set_to_deleted_and_expired_in_1970() {
        var answer = SessionCookies.drop(ResponseBuilder.noContent(), RestFixtures.call(RestFixtures.alice()))
                .build();
        assertThat(answer.getHeaders().get("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie.toString())
                        .contains("=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; path=/"))
                .hasSize(2);
        assertThat(fallback(answer)).isEqualTo("[]");
    }

    @Test
    void a_request_without_a_session_drops_no_cookies() {
        var apiCall = RestFixtures.call(RestFixtures.aliceByJwt());
        var answer = SessionCookies.drop(ResponseBuilder.noContent(), apiCall).build();
        assertThat(answer.getHeaders().get("Set-Cookie")).isNull();
        assertThat(fallback(answer)).isEqualTo("[]");
    }

    private static ApiCall from(String page) {
        return RestFixtures.call(RestFixtures.alice(), new RequestOrigin(true, "api.example.com", page));
    }

    private static Object fallback(RestResponse<?> answer) {
        return answer.getHeaders().getFirst("X-Fallback-Cookies");
    }
}
