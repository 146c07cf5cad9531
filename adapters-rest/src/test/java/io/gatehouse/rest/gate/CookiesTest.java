package io.gatehouse.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CookiesTest {

    @Test
    void a_cookie_is_found_among_others_in_any_letter_case() {
        var cookies = new Cookies(List.of("x=1; A_Session_Demo=abc; y=2", "z=3"));
        assertThat(cookies.all("a_session_demo")).containsExactly("abc");
        assertThat(cookies.all("z")).containsExactly("3");
    }

    @Test
    void a_cookie_with_a_longer_name_is_not_found() {
        var cookies = new Cookies(List.of("a_session_demo_legacy=old; a_session_demo=new"));
        assertThat(cookies.all("a_session_demo")).containsExactly("new");
        assertThat(cookies.all("a_session")).isEmpty();
    }

    @Test
    void malformed_cookies_are_ignored() {
        assertThat(new Cookies(List.of("=;;; ;a_session_demo;=x; a_session_demo=")).all("a_session_demo"))
                .containsExactly("");
        assertThat(new Cookies(List.of()).all("a_session_demo")).isEmpty();
    }

    @Test
    void all_cookies_of_a_name_are_returned_in_order_and_without_quotes() {
        var cookies = new Cookies(List.of("a=of the host; b=x; a=of the domain", "A=\"quoted\"; a=\""));
        assertThat(cookies.all("a")).containsExactly("of the host", "of the domain", "quoted", "\"");
    }
}
