package io.gatehouse.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    @Test
    void known_placeholders_are_filled_and_unknown_ones_stay() {
        assertThat(Placeholders.fill("Hi {{user}}, {{who}}?", Map.of("user", "Alice")))
                .isEqualTo("Hi Alice, {{who}}?");
    }

    @Test
    void placeholders_in_a_value_are_not_filled() {
        assertThat(Placeholders.fill("{{user}}", Map.of("user", "$1 \\ {{otp}}", "otp", "042137")))
                .isEqualTo("$1 \\ {{otp}}");
    }
}
