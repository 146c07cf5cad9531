package io.gatehouse.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrlTest {

    private static final ProjectId DEMO = new ProjectId("demo");
    private static final Instant EXPIRY = Instant.parse("2025-05-03T18:16:30.378901Z");
    private static final IssuedToken TOKEN = new IssuedToken(
            new TokenId(DEMO, "token"),
            new AccountId(DEMO, "alice"),
            TokenKind.RECOVERY,
            new Secret("abc123"),
            "",
            EXPIRY.minusSeconds(3600),
            EXPIRY);
    private static final String ADDED = "userId=alice&secret=abc123&expire=2025-05-03T18%3A16%3A30.378%2B00%3A00";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com",
                "https://app.example.com/",
                "http://localhost:3000/auth/back",
                "http://[::1]:3000/back",
                "appwrite-callback-demo://",
                "appwrite-callback-demo:/",
                "myapp://auth/back",
                "exp://192.0.2.1:8081/--/x"
            })
    void the_parameters_follow_a_url_of_any_scheme(String url) {
        assertThat(link(url)).isEqualTo(url + "?" + ADDED);
    }

    @Test
    void an_existing_query_stays_first_as_it_was_written() {
        assertThat(link("https://a.example/?x=1&y=%20z+z&y&="))
                .isEqualTo("https://a.example/?x=1&y=%20z+z&y&=&" + ADDED);
        assertThat(link("https://a.example/?")).isEqualTo("https://a.example/?" + ADDED);
        assertThat(link("https://a.example/?next=/a?b")).isEqualTo("https://a.example/?next=/a?b&" + ADDED);
    }

    @Test
    void existing_parameters_of_the_same_name_are_replaced_even_if_encoded() {
        assertThat(link("https://a.example/?userId=mallory&x=1&secret=s&%65xpire=never"))
                .isEqualTo("https://a.example/?x=1&" + ADDED);
        assertThat(link("https://a.example/?userid=other&%=odd"))
                .isEqualTo("https://a.example/?userid=other&%=odd&" + ADDED);
    }

    @Test
    void the_fragment_stays_last() {
        assertThat(link("https://a.example/#/route?x=1")).isEqualTo("https://a.example/?" + ADDED + "#/route?x=1");
        assertThat(link("https://a.example/?x=1#")).isEqualTo("https://a.example/?x=1&" + ADDED + "#");
    }

    @Test
    void a_link_with_a_project_has_it_as_its_last_parameter() {
        assertThat(new RedirectUrl("https://a.example/?project=other").with(TOKEN, DEMO))
                .isEqualTo("https://a.example/?" + ADDED + "&project=demo");
    }

    @Test
    void a_link_without_a_project_keeps_a_project_parameter_of_the_url() {
        assertThat(link("https://a.example/?project=mine")).isEqualTo("https://a.example/?project=mine&" + ADDED);
    }

    private static String link(String url) {
        return new RedirectUrl(url).with(TOKEN);
    }
}
