package io.gatehouse.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CookiesTest {

    @Test
    void a_cookie_is_found_among_others_in_any_letter_case() {
        var cookies = new Cookies(List.of("x=1; A_Session_Demo=abc; y=2", "z=3"));
        assertThat(cookies.find("a_session_demo")).contains("abc");
        assertThat(cookies.find("z")).contains("3");
    }

    @Test
    void a_cookie_with_a_longer_name_is_not_found() {
        var cookies = new Cookies(List.of("a_session_demo_legacy=old; a_session_demo=new"));
        assertThat(cookies.find("a_session_demo")).contains("new");
        assertThat(cookies.find("a_session")).isEmpty();
    }

    @Test
    void malformed_cookies_are_ignored() {
        assertThat(new Cookies(List.of("=;;; ;a_session_demo;=x; a_session_demo=")).find("a_session_demo"))
                .contains("");
        assertThat(new Cookies(List.of()).find("a_session_demo")).isEmpty();
    }
}
