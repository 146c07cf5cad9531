package io.gatehouse.rest.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedTest {

    private static final String PROXY = "10.0.0.1";

    private final Forwarded forwarded = new Forwarded(
            List.of("X-Real-IP", "x-forwarded-for"),
            TrustedProxies.of(List.of("10.0.0.0/8", "fd00::/8", "203.0.113.99")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.5                         | 203.0.113.5",
                "203.0.113.5:51234                   | 203.0.113.5",
                "\"203.0.113.5:51234\"               | 203.0.113.5",
                "[203.0.113.5]                       | 203.0.113.5",
                "\"[2001:db8::5]:443\"               | 2001:db8::5",
                "[2001:db8::5]:443                   | 2001:db8::5",
                "[2001:DB8:0:0::5]                   | 2001:db8::5",
                "2001:DB8:0:0:0:0:0:5                | 2001:db8::5",
                "2001:db8::5%eth0                    | 2001:db8::5",
                "::ffff:203.0.113.6                  | 203.0.113.6",
                "[::FFFF:203.0.113.6]:8080           | 203.0.113.6",
                "0:0:0:0:0:ffff:cb00:7106            | 203.0.113.6"
            })
    void addresses_are_read_in_every_spelling_of_proxies_and_written_in_one(String sent, String client) {
        assertThat(of(sent, PROXY)).isEqualTo(client);
        assertThat(of("  " + sent + " , 10.1.2.3", PROXY)).isEqualTo(client);
    }

    @Test
    void the_last_address_that_is_no_trusted_proxy_is_the_client() {
        assertThat(of("198.51.100.1, 203.0.113.9", PROXY)).isEqualTo("203.0.113.9");
        assertThat(of("198.51.100.1, 203.0.113.9, 10.0.0.2, fd00::1, 203.0.113.99", PROXY))
                .isEqualTo("203.0.113.9");
        assertThat(of("unknown, 203.0.113.7", PROXY)).isEqualTo("203.0.113.7");
        assertThat(of("garbage,,, 203.0.113.7,", PROXY)).isEqualTo("203.0.113.7");
    }

    @Test
    void what_a_client_sends_does_not_hide_what_its_proxy_appends() {
        for (var sent : List.of("\"", "\"198.51.100.1", "\\", "for=\"x", "(", "[", ";", "\"\\\"")) {
            assertThat(of(sent + ", 203.0.113.9", PROXY)).as(sent).isEqualTo("203.0.113.9");
        }
    }

    @Test
    void the_first_address_is_the_client_if_all_are_trusted() {
        assertThat(of("10.0.0.3, 10.0.0.2", PROXY)).isEqualTo("10.0.0.3");
    }

    @Test
    void nothing_is_read_beyond_an_entry_that_is_no_address() {
        assertThat(of("198.51.100.1, unknown, 10.0.0.2", PROXY)).isEqualTo("10.0.0.2");
        assertThat(of("198.51.100.1, _hidden", PROXY)).isEqualTo(PROXY);
    }

    @Test
    void a_peer_that_is_no_trusted_proxy_is_the_client_whatever_it_claims() {
        assertThat(of("198.51.100.1", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(of("198.51.100.1", "::ffff:10.0.0.1")).isEqualTo("198.51.100.1");
        assertThat(of("198.51.100.1", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",,,",
                "unknown",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "::1::",
                "[",
                "]:80",
                "\"",
                "host.example",
                "010.0.0.1",
                "203.0.113.09",
                "::ffff:203.0.113.010",
                "0x7f.0.0.1",
                "2130706433",
                "203.0.113.9/24",
                "203.0.113.9:",
                "203.0.113.9 203.0.113.8"
            })
    void without_an_address_the_proxy_is_the_client(String sent) {
        assertThat(of(sent, PROXY)).isEqualTo(PROXY);
    }

    @Test
    void lines_of_a_header_are_one_list() {
        var sent = headers("X-Forwarded-For", "198.51.100.1").add("x-forwarded-for", "203.0.113.9, 10.0.0.2");
        assertThat(forwarded.client(sent, PROXY).value()).isEqualTo("203.0.113.9");
    }

    @Test
    void headers_are_read_in_their_configured_order_and_others_are_not() {
        var sent = headers("x-forwarded-for", "203.0.113.9").add("Forwarded", "for=203.0.113.7");
        assertThat(forwarded.client(sent, PROXY).value()).isEqualTo("203.0.113.9");
        assertThat(forwarded.client(sent.add("x-real-ip", "203.0.113.8"), PROXY).value())
                .isEqualTo("203.0.113.8");
    }

    @Test
    void a_long_header_is_read_in_reasonable_depth() {
        assertThat(of("a\"b".repeat(20_000), PROXY)).isEqualTo(PROXY);
        assertThat(of("1,".repeat(30_000) + "203.0.113.9", PROXY)).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=203.0.113.5                                          | 203.0.113.5",
                "For=\"203.0.113.5:51234\";proto=https                    | 203.0.113.5",
                "proto=http; FOR=\"[2001:db8::5]:443\" ;by=203.0.113.43   | 2001:db8::5",
                "for=198.51.100.1, for=203.0.113.9, for=10.0.0.2          | 203.0.113.9",
                "for=198.51.100.1;host=\"a,b\", for=\"203.0.113.9\"       | 203.0.113.9",
                "for=198.51.100.1, for=unknown                            | 10.0.0.1",
                "for=198.51.100.1, proto=https                            | 10.0.0.1",
                "for=\"_gazonk\"                                          | 10.0.0.1",
                "for=\"x, for=203.0.113.9                                  | 203.0.113.9",
                "for=203.0.113.9;host=\"a, for=198.51.100.1\"              | 203.0.113.9",
                "203.0.113.5                                              | 10.0.0.1"
            })
    void the_standard_header_is_read_if_it_is_configured(String sent, String client) {
        var standard = new Forwarded(List.of("Forwarded"), TrustedProxies.of(List.of("10.0.0.0/8")));
        assertThat(standard.client(headers("Forwarded", sent), PROXY).value()).isEqualTo(client);
    }

    private String of(String forwardedFor, String peer) {
        return forwarded.client(headers("X-Forwarded-For", forwardedFor), peer).value();
    }

    private static MultiMap headers(String name, String value) {
        return MultiMap.caseInsensitiveMultiMap().add(name, value);
    }
}
