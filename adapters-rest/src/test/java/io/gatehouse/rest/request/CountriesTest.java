package io.gatehouse.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountriesTest {

    @Test
    void countries_have_names_in_every_language() {
        assertThat(Countries.name("in", Locale.ENGLISH)).isEqualTo("India");
        assertThat(Countries.name("de", Locale.FRENCH)).isEqualTo("Allemagne");
        assertThat(Countries.name("us", Locale.forLanguageTag("pt-BR"))).isEqualTo("Estados Unidos");
    }

    @Test
    void an_unknown_country_is_named_unknown() {
        assertThat(Countries.name("--", Locale.ENGLISH)).isEqualTo("Unknown");
        assertThat(Countries.name("--", Locale.GERMAN)).isEqualTo("Unbekannt");
        assertThat(Countries.name("--", Locale.forLanguageTag("sw"))).isEqualTo("Unknown");
        assertThat(Countries.name("qq", Locale.ENGLISH)).isEqualTo("Unknown");
        assertThat(Countries.name("", Locale.ENGLISH)).isEqualTo("Unknown");
    }
}
