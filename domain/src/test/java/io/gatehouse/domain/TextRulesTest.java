package io.gatehouse.domain;

import static io.gatehouse.domain.Typed.accepted;
import static io.gatehouse.domain.Typed.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextRulesTest {

    @Test
    void a_text_is_neither_empty_nor_too_long() {
        refused(TextRulesTest::three, "");
        assertThat(accepted(TextRulesTest::three, "a")).isEqualTo("a");
        assertThat(accepted(TextRulesTest::three, " b ")).isEqualTo(" b ");
        refused(TextRulesTest::three, "abcd");
    }

    @Test
    void a_character_counts_as_one_however_it_is_encoded() {
        accepted(TextRulesTest::three, "äé🔑");
        accepted(TextRulesTest::three, "🔑🔑🔑");
        refused(TextRulesTest::three, "🔑🔑🔑🔑");
    }

    @Test
    void what_no_database_can_keep_is_refused() {
        refused(TextRulesTest::three, "a\0");
        refused(TextRulesTest::three, "a\ud83d");
        refused(TextRulesTest::three, "\udd11a");
        refused(TextRulesTest::three, "\udd11\ud83d");
    }

    @Test
    void storable_text_may_be_empty() {
        assertThat(accepted(TextRules::requireStorable, "")).isEmpty();
    }

    private static String three(String name, String typed) {
        return TextRules.parse(name, typed, 3);
    }
}
