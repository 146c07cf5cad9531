package io.gatehouse.domain;

import static io.gatehouse.domain.Typed.accepted;
import static io.gatehouse.domain.Typed.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientChosenIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "current", "Alice_7.of-nine", "a--", "0123456789abcdefghijklmnopqrstuvwxyz"})
    void these_are_ids(String typed) {
        assertThat(accepted(ClientChosenId::parse, typed)).isEqualTo(typed);
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
    void these_are_not(String typed) {
        refused(ClientChosenId::parse, typed);
    }
}
