package io.gatehouse.rest.request;

import static io.gatehouse.rest.Sample.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.domain.Secret;
import io.gatehouse.rest.Sample;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.junit.jupiter.api.Test;

class SessionCookiesTest {

    private static final OpenedSession OPENED = new OpenedSession(SESSION, new Secret("ab12"));
    private static final String VALUE = new EncodedSecret("alice", OPENED.secret()).encode();

    @Test
    void opening_sets_both_cookies_to_the_encoded_session() {
        var answer = SessionCookies.keep(ResponseBuilder.ok(), OPENED, Sample.call(new Caller.Guest()));
        var attributes = "=" + VALUE.replace("=", "%3D")
                + "; expires=Fri, 28 Feb 2025 12:00:00 GMT; path=/; domain=.api.example.com; secure; HttpOnly";
        assertThat(answer.build().getHeaders().get("Set-Cookie"))
                .containsExactly(
                        "a_session_demo_legacy" + attributes, "a_session_demo" + attributes + "; SameSite=None");
    }

    @Test
    void a_page_of_another_site_gets_the_session_in_a_header_too() {
        var answer = SessionCookies.keep(ResponseBuilder.ok(), OPENED, from("https://app.example.org"));
        assertThat(fallback(answer.build())).isEqualTo("{\"a_session_demo\":\"" + VALUE + "\"}");
    }

    @Test
    void a_page_of_our_own_site_does_not() {
        var answer = SessionCookies.keep(ResponseBuilder.ok(), OPENED, from("https://app.example.com"));
        assertThat(fallback(answer.build())).isNull();
    }

    @Test
    void plain_http_on_localhost_sets_neither_domain_nor_secure() {
        var apiCall = Sample.call(new Caller.Guest(), new RequestOrigin(false, "localhost", null));
        var answer = SessionCookies.keep(ResponseBuilder.ok(), OPENED, apiCall);
        assertThat(answer.build().getHeaders().getFirst("Set-Cookie").toString())
                .endsWith(" GMT; path=/; HttpOnly");
    }

    @Test
    void dropping_says_deleted_and_1970() {
        var answer = SessionCookies.drop(ResponseBuilder.noContent(), Sample.call(Sample.alice()))
                .build();
        assertThat(answer.getHeaders().get("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie.toString())
                        .contains("=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; path=/"))
                .hasSize(2);
        assertThat(fallback(answer)).isEqualTo("[]");
    }

    @Test
    void whoever_came_without_a_session_has_no_cookies_to_drop() {
        var apiCall = Sample.call(Sample.aliceByJwt());
        var answer = SessionCookies.drop(ResponseBuilder.noContent(), apiCall).build();
        assertThat(answer.getHeaders().get("Set-Cookie")).isNull();
        assertThat(fallback(answer)).isEqualTo("[]");
    }

    private static ApiCall from(String page) {
        return Sample.call(Sample.alice(), new RequestOrigin(true, "api.example.com", page));
    }

    private static Object fallback(RestResponse<?> answer) {
        return answer.getHeaders().getFirst("X-Fallback-Cookies");
    }
}
