package io.gatehouse.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOriginTest {

    @Test
    void a_host_name_is_the_domain_of_its_cookies() {
        assertThat(site("api.example.com", null).cookieDomain()).contains(".api.example.com");
        assertThat(site("my_host.example.co.uk", null).cookieDomain()).contains(".my_host.example.co.uk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "127.0.0.1",
                "[::1]",
                "",
                "a;b",
                "gatehouse",
                "gatehouse.",
                "api.example.com.",
                ".example.com",
                "a..b",
                "1.2",
                "api.example.com:80"
            })
    void hosts_without_a_domain_that_browsers_accept_have_host_only_cookies(String host) {
        assertThat(site(host, null).cookieDomain()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "api.example.com, https://app.example.com",
        "api.example.com, https://example.com/page?x=1",
        "api.example.co.uk, https://www.example.co.uk:8443"
    })
    void pages_of_the_same_registrable_domain_are_the_same_site(String host, String page) {
        assertThat(site(host, page).isCrossSite()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "api.example.com, https://app.example.org",
        "a.co.uk, https://b.co.uk",
        "a.github.io, https://b.github.io",
        "localhost, http://localhost:3000",
        "localhost, https://app.example.com",
        "api.example.com, http://127.0.0.1",
        "api.example.com, appwrite-ios://com.example.app",
        "api.example.com, 'not a page'",
        "api.example.com,"
    })
    void pages_of_other_domains_are_another_site(String host, @Nullable String page) {
        assertThat(site(host, page).isCrossSite()).isTrue();
    }

    private static RequestOrigin site(String host, @Nullable String page) {
        return new RequestOrigin(true, host, page);
    }
}
