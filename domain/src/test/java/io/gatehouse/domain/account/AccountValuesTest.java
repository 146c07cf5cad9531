package io.gatehouse.domain.account;

import static io.gatehouse.domain.ParseAssertions.accepted;
import static io.gatehouse.domain.ParseAssertions.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountValuesTest {

    /** One character: four bytes in UTF-8, two UTF-16 code units. */
    private static final String KEY = "🔑";

    @Test
    void a_password_has_8_to_256_bytes() {
        refused(PlainPassword::parse, "");
        refused(PlainPassword::parse, "a".repeat(7));
        accepted(PlainPassword::parse, "a".repeat(8));
        accepted(PlainPassword::parse, "a".repeat(256));
        refused(PlainPassword::parse, "a".repeat(257));
    }

    @Test
    void the_length_of_a_password_is_counted_in_bytes() {
        refused(PlainPassword::parse, KEY);
        accepted(PlainPassword::parse, KEY.repeat(2));
        accepted(PlainPassword::parse, KEY.repeat(64));
        refused(PlainPassword::parse, KEY.repeat(65));
    }

    @Test
    void the_length_of_a_new_password_is_that_of_its_composed_form() {
        refused(PlainPassword::parse, "e\u0301".repeat(3));
        accepted(PlainPassword::parse, "e\u0301".repeat(4));
        accepted(PlainPassword::parse, "e\u0301".repeat(128));
        refused(PlainPassword::parse, "e\u0301".repeat(129));
        refused(PlainPassword::parse, "\u0301".repeat(1_025));
    }

    @Test
    void an_existing_password_may_have_the_valid_length_in_either_form() {
        accepted(PlainPassword::parseExisting, "e\u0301".repeat(3));
        accepted(PlainPassword::parseExisting, "e\u0301".repeat(128));
        refused(PlainPassword::parseExisting, "e\u0301".repeat(129));
        refused(PlainPassword::parseExisting, "e\u0301".repeat(2));
        refused(PlainPassword::parseExisting, "a".repeat(257));
        accepted(PlainPassword::parseForComparison, "e\u0301".repeat(256));
        refused(PlainPassword::parseForComparison, "e\u0301".repeat(257));
    }

    @Test
    void an_old_password_has_1_to_256_characters() {
        assertThat(accepted(PlainPassword::parseForComparison, "a").value()).isEqualTo("a");
        accepted(PlainPassword::parseForComparison, KEY.repeat(256));
        refused(PlainPassword::parseForComparison, KEY.repeat(257));
        refused(PlainPassword::parseForComparison, "");
    }

    @Test
    void spaces_and_letter_case_of_a_password_are_kept() {
        assertThat(accepted(PlainPassword::parse, "  With Space  ").value()).isEqualTo("  With Space  ");
    }

    @Test
    void a_password_with_null_characters_or_unpaired_surrogates_is_refused() {
        refused(PlainPassword::parse, "password\0");
        refused(PlainPassword::parse, "password\ud83d");
    }

    @Test
    void the_texts_of_passwords_and_hashes_are_hidden() {
        assertThat(new PlainPassword("correct horse")).hasToString("PlainPassword[hidden]");
        assertThat(new PasswordHash("$argon2id$abc")).hasToString("PasswordHash[hidden]");
    }

    @Test
    void a_name_has_1_to_128_characters() {
        refused(DisplayName::parse, "");
        accepted(DisplayName::parse, "A");
        accepted(DisplayName::parse, KEY.repeat(128));
        refused(DisplayName::parse, KEY.repeat(129));
    }

    @Test
    void a_name_is_stored_as_sent() {
        assertThat(accepted(DisplayName::parse, "  Alice Liddell ").value()).isEqualTo("  Alice Liddell ");
    }

    @Test
    void preferences_have_at_most_65_535_bytes() {
        var full = "{\"a\":\"" + "b".repeat(65_527) + "\"}";
        assertThat(accepted(Preferences::parse, full).value()).isEqualTo(full);
        refused(Preferences::parse, "{\"a\":\"" + "b".repeat(65_528) + "\"}");
    }

    @Test
    void the_length_of_preferences_is_counted_in_bytes() {
        refused(Preferences::parse, "{\"a\":\"" + KEY.repeat(16_382) + "\"}");
    }
}
