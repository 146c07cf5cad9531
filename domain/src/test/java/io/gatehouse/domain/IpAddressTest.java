package io.gatehouse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IpAddressTest {

    @Test
    void an_ipv4_address_is_counted_by_itself() {
        assertThat(new IpAddress("203.0.113.9").network()).isEqualTo("203.0.113.9");
        assertThat(new IpAddress("").network()).isEmpty();
    }

    @Test
    void ipv6_addresses_that_share_64_bits_are_counted_as_one_client() {
        assertThat(new IpAddress("2001:db8:1:2::1").network())
                .isEqualTo("20010db800010002/64")
                .isEqualTo(new IpAddress("2001:db8:1:2:ffff::9").network())
                .isNotEqualTo(new IpAddress("2001:db8:1:3::1").network());
        assertThat(new IpAddress("::1").network()).isEqualTo("0000000000000000/64");
    }
}
