package io.gatehouse.rest.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    @Test
    void networks_and_addresses_of_both_families_are_trusted() {
        var proxies = TrustedProxies.of(List.of("10.0.0.0/8", " 192.0.2.7 ", "fd00::/8"));
        assertThat(List.of("10.255.0.1", "192.0.2.7", "fdff::1")).allMatch(address -> includes(proxies, address));
        assertThat(List.of("11.0.0.1", "192.0.2.8", "fe80::1")).noneMatch(address -> includes(proxies, address));
    }

    @Test
    void an_empty_list_trusts_nobody() {
        assertThat(includes(TrustedProxies.of(List.of()), "127.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example.com",
                "10.0.0.0/33",
                "fd00::/129",
                "10.0.0.0/",
                "10.0.0/8",
                "010.0.0.0/8",
                "10.0.0.0/-1",
                "fe80::%eth0/10",
                "*",
                "10.0.0.0/8/8"
            })
    void anything_else_is_refused(String network) {
        assertThatIllegalArgumentException().isThrownBy(() -> TrustedProxies.of(List.of(network)));
    }

    private static boolean includes(TrustedProxies proxies, String address) {
        return proxies.include(InetAddress.ofLiteral(address));
    }
}
