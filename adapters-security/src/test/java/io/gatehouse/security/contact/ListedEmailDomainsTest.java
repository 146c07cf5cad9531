package io.gatehouse.security.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.application.project.EmailDomainsContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedEmailDomainsTest extends EmailDomainsContract {

    private static final ListedEmailDomains DOMAINS = new ListedEmailDomains();

    @Override
    protected EmailDomains domains() {
        return DOMAINS;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "outlook.com", "yahoo.com", "icloud.com", "proton.me", "gmx.de", "qq.com"})
    void domains_of_large_free_providers_are_free(String domain) {
        assertThat(DOMAINS.isFree(domain)).isTrue();
        assertThat(DOMAINS.isDisposable(domain)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailinator.com", "yopmail.com", "10minutemail.com", "guerrillamail.com"})
    void a_domain_on_both_lists_is_disposable_and_not_free(String domain) {
        assertThat(DOMAINS.isDisposable(domain)).isTrue();
        assertThat(DOMAINS.isFree(domain)).isFalse();
    }

    @Test
    void subdomains_of_a_provider_that_gives_them_away_are_disposable() {
        assertThat(DOMAINS.isDisposable("alice.33mail.com")).isTrue();
        assertThat(DOMAINS.isDisposable("a.b.33mail.com")).isTrue();
        assertThat(DOMAINS.isDisposable("mail.gmail.com")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "com", "", "# Providers", "*.33mail.com.example"})
    void a_domain_on_no_list_is_neither_free_nor_disposable(String domain) {
        assertThat(DOMAINS.isFree(domain)).isFalse();
        assertThat(DOMAINS.isDisposable(domain)).isFalse();
    }
}
