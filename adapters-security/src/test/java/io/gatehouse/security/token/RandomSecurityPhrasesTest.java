package io.gatehouse.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.security.ResourceLines;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomSecurityPhrasesTest {

    private final RandomSecurityPhrases phrases = new RandomSecurityPhrases();

    @Test
    void a_phrase_is_a_capitalised_adjective_and_a_noun() {
        assertThat(Stream.generate(phrases::next).limit(1_000))
                .allMatch(phrase -> phrase.matches("[A-Z][a-z]+ [a-z]+"));
    }

    /** A hundred times the same one of 11 000 comes up less than once in 10⁴⁰⁰ runs. */
    @Test
    void phrases_differ() {
        assertThat(Stream.generate(phrases::next).limit(100).distinct()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"adjectives.txt, 110", "nouns.txt, 100"})
    void three_letters_tell_each_word_from_all_others(String file, int words) {
        assertThat(ResourceLines.of(file, RandomSecurityPhrases.class).stream().map(word -> word.substring(0, 3)))
                .hasSize(words)
                .doesNotHaveDuplicates();
    }
}
