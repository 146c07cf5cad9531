package io.gatehouse.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ByLocaleTest {

    private static final ByLocale<String> GREETINGS =
            new ByLocale<>(Map.of("en", "Hello", "pt", "Olá", "pt-BR", "Oi", "de-AT", "Servus"));

    @Test
    void the_exact_language_is_preferred_whatever_its_case() {
        assertThat(GREETINGS.in("pt-br")).hasValue("Oi");
        assertThat(GREETINGS.in("DE-at")).hasValue("Servus");
    }

    @Test
    void then_the_base_language_then_english() {
        assertThat(GREETINGS.in("pt-pt")).hasValue("Olá");
        assertThat(GREETINGS.in("de")).hasValue("Hello");
    }

    @Test
    void there_may_be_none() {
        assertThat(new ByLocale<>(Map.of("de", "Hallo")).in("fr")).isEmpty();
    }
}
