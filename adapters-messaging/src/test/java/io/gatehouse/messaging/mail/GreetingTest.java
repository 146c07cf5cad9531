package io.gatehouse.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreetingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"mail.example.com", "gatehouse", "xn--mnchen-3ya.example", "[192.0.2.1]", "[IPv6:2001:db8::1]"})
    void a_greeting_is_a_domain_or_an_address_in_brackets(String name) {
        assertThat(Greeting.of(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "mail example.com",
                "mail.example.com\r\nRSET",
                "-a.example",
                "a..b",
                "[",
                "m\u00fcnchen.example"
            })
    void anything_else_is_refused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Greeting.of(name));
    }

    @Test
    void this_host_greets_by_its_full_name_or_its_address_and_never_as_localhost() {
        assertThat(Greeting.ofThisHost().name()).matches("[^.\\[]+\\..+|\\[.+]").doesNotContain("localhost");
    }
}
