package io.gatehouse.domain;

import static io.gatehouse.domain.Typed.accepted;
import static io.gatehouse.domain.Typed.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void a_text_is_neither_empty_nor_too_long() {
        refused(TextTest::three, "");
        assertThat(accepted(TextTest::three, "a")).isEqualTo("a");
        assertThat(accepted(TextTest::three, " b ")).isEqualTo(" b ");
        refused(TextTest::three, "abcd");
    }

    @Test
    void a_character_counts_as_one_however_it_is_encoded() {
        accepted(TextTest::three, "äé🔑");
        accepted(TextTest::three, "🔑🔑🔑");
        refused(TextTest::three, "🔑🔑🔑🔑");
    }

    @Test
    void what_no_database_can_keep_is_refused() {
        refused(TextTest::three, "a\0");
        refused(TextTest::three, "a\ud83d");
        refused(TextTest::three, "\udd11a");
        refused(TextTest::three, "\udd11\ud83d");
    }

    @Test
    void storable_text_may_be_empty() {
        assertThat(accepted(Text::storable, "")).isEmpty();
    }

    private static String three(String name, String typed) {
        return Text.parse(name, typed, 3);
    }
}
