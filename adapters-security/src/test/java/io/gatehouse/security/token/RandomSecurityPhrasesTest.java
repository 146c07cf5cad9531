package io.gatehouse.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.token.SecurityPhrases;
import io.gatehouse.application.token.SecurityPhrasesContract;
import io.gatehouse.security.ResourceLines;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomSecurityPhrasesTest extends SecurityPhrasesContract {

    private final RandomSecurityPhrases phrases = new RandomSecurityPhrases();

    @Override
    protected SecurityPhrases phrases() {
        return phrases;
    }

    /** A hundred equal phrases out of 11 000 occur less than once in 10⁴⁰⁰ runs. */
    @Test
    void phrases_differ() {
        assertThat(Stream.generate(phrases::next).limit(100).distinct()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"adjectives.txt, 110", "nouns.txt, 100"})
    void every_word_is_unique_by_its_first_three_letters(String file, int words) {
        assertThat(ResourceLines.of(file, RandomSecurityPhrases.class).stream().map(word -> word.substring(0, 3)))
                .hasSize(words)
                .doesNotHaveDuplicates();
    }
}
