package io.gatehouse.rest.signin;

import static io.gatehouse.rest.Sample.DEMO;
import static io.gatehouse.rest.Sample.PROJECT;
import static io.gatehouse.rest.Sample.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.application.signin.SignInWithToken;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
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
    void a_bare_secret_is_taken_as_it_is(String secret) {
        assertThat(command("bob", secret).secret()).isEqualTo(new Secret(secret));
    }

    @Test
    void a_server_may_bring_a_code_back_as_it_was_told() {
        assertThat(command("bob", new EncodedSecret("bob", CODE).encode()))
                .isEqualTo(new SignInWithToken.Command(PROJECT, new AccountId(DEMO, "bob"), CODE, Locale.ENGLISH));
    }

    @Test
    void but_not_for_somebody_else() {
        var encoded = new EncodedSecret("alice", CODE).encode();
        assertThat(command("bob", encoded).secret()).isEqualTo(new Secret(encoded));
    }

    @Test
    void an_id_that_is_nobodys_passes() {
        assertThat(command("unique()", "x").account()).isEqualTo(new AccountId(DEMO, "unique()"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                              | userId
            {"userId":"-","secret":"x"}     | userId
            {"userId":"bob"}                | secret
            {"userId":"bob","secret":42042} | secret
            """)
    void the_user_is_judged_before_the_secret(String body, String wrong) {
        assertThatThrownBy(() -> TokenSessionBody.of(json(body)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("name=" + wrong);
    }

    private static SignInWithToken.Command command(String userId, String secret) {
        var body = json("{\"userId\":\"%s\",\"secret\":\"%s\"}".formatted(userId, secret));
        return TokenSessionBody.of(body).toCommand(PROJECT, Locale.ENGLISH);
    }
}
