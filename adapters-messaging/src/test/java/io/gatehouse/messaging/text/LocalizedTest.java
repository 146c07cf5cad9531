package io.gatehouse.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalizedTest {

    private static final Localized<String> GREETINGS =
            new Localized<>(Map.of("en", "Hello", "pt", "Olá", "pt-BR", "Oi", "de-AT", "Servus"));

    @Test
    void the_exact_language_is_preferred_in_any_letter_case() {
        assertThat(GREETINGS.find("pt-br")).hasValue("Oi");
        assertThat(GREETINGS.find("DE-at")).hasValue("Servus");
    }

    @Test
    void the_base_language_is_second_and_english_is_third() {
        assertThat(GREETINGS.find("pt-pt")).hasValue("Olá");
        assertThat(GREETINGS.find("de")).hasValue("Hello");
    }

    @Test
    void without_a_matching_language_or_english_nothing_is_found() {
        assertThat(new Localized<>(Map.of("de", "Hallo")).find("fr")).isEmpty();
    }
}
