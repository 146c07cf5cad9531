package io.gatehouse.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.rest.request.Accept;
import io.vertx.core.MultiMap;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private final ClientAddress address = new ClientAddress(List.of("x-real-ip", "x-forwarded-for"));

    @Test
    void the_leftmost_entry_of_a_trusted_header_is_the_client() {
        assertThat(of("203.0.113.9, 10.0.0.1", "10.0.0.1")).isEqualTo("203.0.113.9");
        assertThat(of(" 2001:DB8:0:0::1 ,10.0.0.1", "10.0.0.1")).isEqualTo("2001:db8::1");
    }

    @Test
    void an_entry_that_is_no_address_is_ignored() {
        assertThat(of("unknown, 203.0.113.9", "10.0.0.1")).isEqualTo("10.0.0.1");
        assertThat(of("203.0.113.9:80", "10.0.0.1")).isEqualTo("10.0.0.1");
        assertThat(of("fe80::1%eth0", "10.0.0.1")).isEqualTo("10.0.0.1");
        assertThat(of(",,,", "10.0.0.1")).isEqualTo("10.0.0.1");
    }

    @Test
    void trusted_headers_are_read_in_their_configured_order() {
        var headers = headers("x-forwarded-for", "203.0.113.9").add("X-Real-IP", "203.0.113.8");
        assertThat(address.of(request(headers, "10.0.0.1")).value()).isEqualTo("203.0.113.8");
    }

    @Test
    void other_headers_are_ignored() {
        var headers = headers("forwarded", "for=203.0.113.9").add("client-ip", "203.0.113.9");
        assertThat(address.of(request(headers, "10.0.0.1")).value()).isEqualTo("10.0.0.1");
    }

    @Test
    void an_address_is_normalized_and_its_zone_is_removed() {
        assertThat(address.of(request(headers("x", "y"), "0:0:0:0:0:0:0:1")).value())
                .isEqualTo("::1");
        assertThat(address.of(request(headers("x", "y"), "fe80:0:0:0:0:0:0:1%2"))
                        .value())
                .isEqualTo("fe80::1");
    }

    private String of(String forwardedFor, String peer) {
        return address.of(request(headers("X-Forwarded-For", forwardedFor), peer))
                .value();
    }

    private static MultiMap headers(String name, String value) {
        return MultiMap.caseInsensitiveMultiMap().add(name, value);
    }

    private static RawRequest request(MultiMap headers, String peer) {
        return new RawRequest(
                "r1", "GET", headers, new Accept(null), null, InputStream::nullInputStream, false, "localhost", peer);
    }
}
