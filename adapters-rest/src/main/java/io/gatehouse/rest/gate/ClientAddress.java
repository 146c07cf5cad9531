package io.gatehouse.rest.gate;

import io.gatehouse.domain.IpAddress;
import io.netty.util.NetUtil;
import java.util.List;
import java.util.Objects;

/** Determines the client's IP address behind trusted proxies. */
final class ClientAddress {

    private final List<String> trustedHeaders;

    ClientAddress(List<String> trustedHeaders) {
        this.trustedHeaders = trustedHeaders;
    }

    /**
     * The first address in the first trusted header that starts with one, since proxies append to the list; otherwise
     * the peer of the connection.
     */
    IpAddress of(RawRequest rawRequest) {
        return trustedHeaders.stream()
                .map(rawRequest::header)
                .filter(Objects::nonNull)
                .map(list -> list.split(",", 2)[0].strip())
                .filter(ClientAddress::isAddress)
                .findFirst()
                .map(ClientAddress::canonical)
                .orElseGet(() -> canonical(rawRequest.peer()));
    }

    private static boolean isAddress(String text) {
        return NetUtil.isValidIpV4Address(text) || (NetUtil.isValidIpV6Address(text) && text.indexOf('%') < 0);
    }

    /** The canonical spelling without an IPv6 zone, so that each address has one rate limit. */
    private static IpAddress canonical(String address) {
        var withoutZone = address.split("%", 2)[0];
        var ipv6 = withoutZone.indexOf(':') < 0 ? null : NetUtil.getByName(withoutZone);
        return new IpAddress(ipv6 == null ? withoutZone : NetUtil.toAddressString(ipv6));
    }
}
