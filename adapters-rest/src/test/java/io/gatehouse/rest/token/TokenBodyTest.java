package io.gatehouse.rest.token;

import static io.gatehouse.rest.RestFixtures.DEMO;
import static io.gatehouse.rest.RestFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.application.password.RequestPasswordRecovery.Requested;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.RedeemedToken;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import io.gatehouse.rest.RestFixtures;
import io.gatehouse.rest.json.Json;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Caller;
import io.gatehouse.rest.request.EncodedSecret;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBodyTest {

    private static final AccountId BOB = new AccountId(DEMO, "bob");
    private static final TokenId ID = new TokenId(DEMO, "t1");

    private static final IssuedToken ISSUED = new IssuedToken(
            ID, BOB, TokenKind.PHONE_CODE, new Secret("042042"), "Golden fox", NOON, NOON.plus(Duration.ofMinutes(15)));

    private static final ApiCall GUEST = RestFixtures.call(new Caller.Guest());
    private static final ApiCall SERVER = RestFixtures.call(RestFixtures.server());

    @Test
    void a_token_has_the_fields_of_the_api_in_order() throws JsonProcessingException {
        assertThat(Json.WRITER.writeValueAsString(TokenBody.of(ISSUED, GUEST)))
                .isEqualTo("{\"$id\":\"t1\",\"$createdAt\":\"2024-02-29T12:00:00.123+00:00\",\"userId\":\"bob\","
                        + "\"secret\":\"\",\"expire\":\"2024-02-29T12:15:00.123+00:00\",\"phrase\":\"Golden fox\"}");
    }

    @Test
    void the_secret_is_returned_to_keys_only() {
        assertThat(TokenBody.of(ISSUED, SERVER).secret()).isEqualTo("042042");
        assertThat(TokenBody.of(ISSUED, RestFixtures.call(RestFixtures.alice())).secret())
                .isEmpty();
    }

    @Test
    void the_code_by_sms_is_returned_together_with_its_user() {
        assertThat(TokenBody.ofPhone(ISSUED, SERVER).secret())
                .isEqualTo(new EncodedSecret("bob", ISSUED.secret()).encode());
        assertThat(TokenBody.ofPhone(ISSUED, GUEST).secret()).isEmpty();
    }

    @Test
    void a_recovery_contains_its_user_unless_the_answer_must_not_reveal_it() {
        assertThat(TokenBody.of(new Requested(ISSUED, false), GUEST).userId()).isEqualTo("bob");
        assertThat(TokenBody.of(new Requested(ISSUED, true), GUEST))
                .extracting(TokenBody::id, TokenBody::userId, TokenBody::secret, TokenBody::expire)
                .containsExactly("t1", "", "", "2024-02-29T12:15:00.123+00:00");
    }

    @Test
    void a_redeemed_token_is_written_without_a_secret() {
        var redeemed = new RedeemedToken(ID, BOB, NOON, ISSUED.expiresAt());
        assertThat(TokenBody.of(redeemed))
                .isEqualTo(new TokenBody(
                        "t1", "2024-02-29T12:00:00.123+00:00", "bob", "", "2024-02-29T12:15:00.123+00:00", ""));
    }
}
