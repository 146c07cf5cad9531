package io.gatehouse.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    @Test
    void known_gaps_are_filled_and_unknown_ones_stay() {
        assertThat(Placeholders.fill("Hi {{user}}, {{who}}?", Map.of("user", "Alice")))
                .isEqualTo("Hi Alice, {{who}}?");
    }

    @Test
    void a_value_is_taken_as_it_is() {
        assertThat(Placeholders.fill("{{user}}", Map.of("user", "$1 \\ {{otp}}", "otp", "042137")))
                .isEqualTo("$1 \\ {{otp}}");
    }
}
