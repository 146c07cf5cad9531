package io.gatehouse.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "phone, phone, 0",
        "phone, fone, 2",
        "phone, phones, 1",
        "phone, '', 5",
        "'', phone, 5",
        "magic-url, magicurl, 1",
        "magic-url, Magic_URL, 0",
        "magic-url, magic.url, 0",
    })
    void insertions_deletions_and_replacements_are_counted_but_not_case_and_separators(
            String known, String written, int edits) {
        assertThat(Spelling.of(known, written)).isEqualTo(new Spelling(known, edits));
    }

    @Test
    void an_asterisk_stands_for_what_was_written_between_two_dots() {
        assertThat(Spelling.of("projects.*.name", "projects.shop.nam"))
                .isEqualTo(new Spelling("projects.shop.name", 1));
        assertThat(Spelling.of("projects.*.name", "projects.my.shop.name").edits())
                .isEqualTo(3);
    }

    @Test
    void an_asterisk_remains_where_nothing_was_written() {
        assertThat(Spelling.of("projects.*.name", "projects.name")).isEqualTo(new Spelling("projects.*.name", 1));
    }

    @Test
    void the_nearest_name_has_the_fewest_edits() {
        assertThat(Spelling.nearest(Stream.of("email-otp", "magic-url", "phone"), "magiclink"))
                .isEqualTo(new Spelling("magic-url", 4));
    }
}
