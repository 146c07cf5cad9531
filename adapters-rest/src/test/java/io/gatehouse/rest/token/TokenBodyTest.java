package io.gatehouse.rest.token;

import static io.gatehouse.rest.Sample.DEMO;
import static io.gatehouse.rest.Sample.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.application.password.RequestPasswordRecovery.Requested;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.RedeemedToken;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import io.gatehouse.rest.Sample;
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

    private static final ApiCall GUEST = Sample.call(new Caller.Guest());
    private static final ApiCall SERVER = Sample.call(Sample.server());

    @Test
    void a_token_is_written_field_by_field_as_the_api_lists_them() throws JsonProcessingException {
        assertThat(Json.WRITER.writeValueAsString(TokenBody.of(ISSUED, GUEST)))
                .isEqualTo("{\"$id\":\"t1\",\"$createdAt\":\"2024-02-29T12:00:00.123+00:00\",\"userId\":\"bob\","
                        + "\"secret\":\"\",\"expire\":\"2024-02-29T12:15:00.123+00:00\",\"phrase\":\"Golden fox\"}");
    }

    @Test
    void the_secret_is_told_to_servers_alone() {
        assertThat(TokenBody.of(ISSUED, SERVER).secret()).isEqualTo("042042");
        assertThat(TokenBody.of(ISSUED, Sample.call(Sample.alice())).secret()).isEmpty();
    }

    @Test
    void the_code_from_a_phone_comes_together_with_whose_it_is() {
        assertThat(TokenBody.ofPhone(ISSUED, SERVER).secret())
                .isEqualTo(new EncodedSecret("bob", ISSUED.secret()).encode());
        assertThat(TokenBody.ofPhone(ISSUED, GUEST).secret()).isEmpty();
    }

    @Test
    void a_recovery_tells_whose_it_is_unless_nobody_may_know() {
        assertThat(TokenBody.of(new Requested(ISSUED, false), GUEST).userId()).isEqualTo("bob");
        assertThat(TokenBody.of(new Requested(ISSUED, true), GUEST))
                .extracting(TokenBody::id, TokenBody::userId, TokenBody::secret, TokenBody::expire)
                .containsExactly("t1", "", "", "2024-02-29T12:15:00.123+00:00");
    }

    @Test
    void a_token_that_was_redeemed_has_no_secret_any_more() {
        var redeemed = new RedeemedToken(ID, BOB, NOON, ISSUED.expiresAt());
        assertThat(TokenBody.of(redeemed))
                .isEqualTo(new TokenBody(
                        "t1", "2024-02-29T12:00:00.123+00:00", "bob", "", "2024-02-29T12:15:00.123+00:00", ""));
    }
}
