package io.gatehouse.domain;

import static io.gatehouse.domain.ParseAssertions.accepted;
import static io.gatehouse.domain.ParseAssertions.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientChosenIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "current", "Alice_7.of-nine", "a--", "0123456789abcdefghijklmnopqrstuvwxyz"})
    void ids_of_1_to_36_letters_digits_dots_hyphens_and_underscores_are_accepted(String input) {
        assertThat(accepted(ClientChosenId::parse, input)).isEqualTo(input);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                ".a",
                "_a",
                " a",
                "a b",
                "a/b",
                "a\n",
                "a\0",
                "unique()",
                "älice",
                "٣",
                "0123456789abcdefghijklmnopqrstuvwxyz0"
            })
    void other_ids_are_refused(String input) {
        refused(ClientChosenId::parse, input);
    }
}
