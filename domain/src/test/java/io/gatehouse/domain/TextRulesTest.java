package io.gatehouse.domain;

import static io.gatehouse.domain.ParseAssertions.accepted;
import static io.gatehouse.domain.ParseAssertions.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextRulesTest {

    @Test
    void an_empty_or_too_long_text_is_refused() {
        refused(TextRulesTest::three, "");
        assertThat(accepted(TextRulesTest::three, "a")).isEqualTo("a");
        assertThat(accepted(TextRulesTest::three, " b ")).isEqualTo(" b ");
        refused(TextRulesTest::three, "abcd");
    }

    @Test
    void length_is_counted_in_unicode_characters() {
        accepted(TextRulesTest::three, "äé🔑");
        accepted(TextRulesTest::three, "🔑🔑🔑");
        refused(TextRulesTest::three, "🔑🔑🔑🔑");
    }

    @Test
    void null_characters_and_unpaired_surrogates_are_refused() {
        refused(TextRulesTest::three, "a\0");
        refused(TextRulesTest::three, "a\ud83d");
        refused(TextRulesTest::three, "\udd11a");
        refused(TextRulesTest::three, "\udd11\ud83d");
    }

    @Test
    void unpaired_surrogates_are_refused_up_to_both_ends_of_their_range() {
        accepted(TextRulesTest::three, "\ud7ff");
        refused(TextRulesTest::three, "\ud800");
        refused(TextRulesTest::three, "\udfff");
        accepted(TextRulesTest::three, "\ue000");
    }

    @Test
    void storable_text_may_be_empty() {
        assertThat(accepted(TextRules::requireStorable, "")).isEmpty();
    }

    private static String three(String name, String input) {
        return TextRules.parse(name, input, 3);
    }
}
