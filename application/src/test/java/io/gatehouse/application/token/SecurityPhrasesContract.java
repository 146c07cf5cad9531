package io.gatehouse.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every promise of {@link SecurityPhrases}. */
public abstract class SecurityPhrasesContract {

    protected abstract SecurityPhrases phrases();

    @Test
    void a_phrase_is_a_capitalised_adjective_and_a_noun() {
        assertThat(Stream.generate(phrases()::next).limit(1_000))
                .allMatch(phrase -> phrase.matches("[A-Z][a-z]+ [a-z]+"));
    }
}
