package io.gatehouse.application.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every promise of {@link EmailDomains}. */
public abstract class EmailDomainsContract {

    protected abstract EmailDomains domains();

    @Test
    void a_domain_that_gives_addresses_away_is_free_and_not_disposable() {
        assertThat(domains().isFree("gmail.com")).isTrue();
        assertThat(domains().isDisposable("gmail.com")).isFalse();
    }

    @Test
    void a_domain_of_throw_away_addresses_is_disposable_and_not_free() {
        assertThat(domains().isDisposable("mailinator.com")).isTrue();
        assertThat(domains().isFree("mailinator.com")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "gmail.com.example.com", "com", ".", ""})
    void any_other_domain_is_neither_free_nor_disposable(String domain) {
        assertThat(domains().isFree(domain)).isFalse();
        assertThat(domains().isDisposable(domain)).isFalse();
    }
}
