package io.gatehouse.rest.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Secret;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedSecretTest {

    private static final EncodedSecret ALICE = new EncodedSecret("alice", new Secret("ab12"));

    @Test
    void a_secret_is_encoded_as_base64_of_compact_json() {
        assertThat(ALICE.encode()).isEqualTo(base64("{\"id\":\"alice\",\"secret\":\"ab12\"}"));
        assertThat(EncodedSecret.decode(ALICE.encode())).contains(ALICE);
    }

    @Test
    void the_order_of_keys_does_not_matter() {
        assertThat(EncodedSecret.decode(base64("{\"secret\":\"ab12\",\"x\":1,\"id\":\"alice\"}")))
                .contains(ALICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"id\":5,\"secret\":{}}x",
                "{\"secret\":\"ab12\"}",
                "{\"id\":\"a\\u0000b\",\"secret\":\"ab12\"}",
                "{\"id\":\"' or 1=1\",\"secret\":\"ab12\"}"
            })
    void malformed_json_is_no_secret(String json) {
        assertThat(EncodedSecret.decode(base64(json))).isEmpty();
    }

    @Test
    void malformed_base64_or_too_long_a_text_is_no_secret() {
        assertThat(EncodedSecret.decode("@@@")).isEmpty();
        assertThat(EncodedSecret.decode("A".repeat(4_000))).isEmpty();
    }

    private static String base64(String json) {
        return Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
    }
}
