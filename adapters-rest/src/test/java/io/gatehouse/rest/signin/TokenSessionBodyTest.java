package io.gatehouse.rest.signin;

import static io.gatehouse.rest.RestFixtures.DEMO;
import static io.gatehouse.rest.RestFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.application.signin.SignInWithToken;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.rest.RestFixtures;
import io.gatehouse.rest.request.Caller;
import io.gatehouse.rest.request.EncodedSecret;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSessionBodyTest {

    private static final Secret CODE = new Secret("042042");

    @ParameterizedTest
    @ValueSource(strings = {"042042", "12ab", "0123456789abcdef"})
    void a_plain_secret_is_used_unchanged(String secret) {
        assertThat(command("bob", secret).secret()).isEqualTo(new Secret(secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"042 042\"", "\"042-042\\n\"", "\"\uFF10\u0664\u06F2042\"", "42042", "4.2042e4"})
    void a_code_is_read_however_it_is_typed_also_as_a_number(String secret) {
        var body = json("{\"userId\":\"bob\",\"secret\":" + secret + "}");
        assertThat(TokenSessionBody.of(body).secret()).isEqualTo(CODE);
    }

    @Test
    void the_secret_of_a_link_is_not_normalised() {
        var secret = "A1".repeat(32) + " ";
        assertThat(command("bob", secret).secret()).isEqualTo(new Secret(secret));
    }

    @Test
    void an_encoded_secret_is_decoded() {
        assertThat(command("bob", new EncodedSecret("bob", CODE).encode()))
                .isEqualTo(new SignInWithToken.Command(new AccountId(DEMO, "bob"), CODE));
    }

    @Test
    void an_encoded_secret_of_another_user_is_not_decoded() {
        var encoded = new EncodedSecret("alice", CODE).encode();
        assertThat(command("bob", encoded).secret()).isEqualTo(new Secret(encoded));
    }

    @Test
    void a_user_id_that_no_user_can_have_is_accepted() {
        assertThat(command("unique()", "x").account()).isEqualTo(new AccountId(DEMO, "unique()"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                              | userId
            {"userId":"-","secret":"x"}     | userId
            {"userId":"bob"}                | secret
            {"userId":"bob","secret":true} | secret
            """)
    void the_user_id_is_checked_before_the_secret(String body, String wrong) {
        assertThatThrownBy(() -> TokenSessionBody.of(json(body)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("name=" + wrong);
    }

    private static SignInWithToken.Command command(String userId, String secret) {
        var body = json(String.format(Locale.ROOT, "{\"userId\":\"%s\",\"secret\":\"%s\"}", userId, secret));
        return TokenSessionBody.of(body).toCommand(RestFixtures.call(new Caller.Guest()));
    }
}
