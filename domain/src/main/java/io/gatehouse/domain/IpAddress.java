package io.gatehouse.domain;

import java.net.InetAddress;
import java.util.HexFormat;

/** The client address of a request: IPv4 or IPv6 as text, as seen behind the trusted proxies; empty if unknown. */
public record IpAddress(String value) implements PersonalData {

    /** Bytes: what one client is usually assigned (RFC 6177). It can use any address in it. */
    private static final int IPV6_NETWORK = 8;

    /** The network by which a client is counted: an IPv4 address, or the first 64 bits of an IPv6 address. */
    public String network() {
        return value.indexOf(':') < 0
                ? value
                : HexFormat.of().formatHex(InetAddress.ofLiteral(value).getAddress(), 0, IPV6_NETWORK) + "/64";
    }
}
