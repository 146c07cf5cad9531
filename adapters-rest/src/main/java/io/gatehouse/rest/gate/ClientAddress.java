package io.gatehouse.rest.gate;

import io.gatehouse.domain.IpAddress;
import io.netty.util.NetUtil;
import java.util.List;
import java.util.Objects;

/** Where a request came from, behind the proxies we trust. */
final class ClientAddress {

    private final List<String> trustedHeaders;

    ClientAddress(List<String> trustedHeaders) {
        this.trustedHeaders = trustedHeaders;
    }

    /**
     * What the first trusted header that begins with an address says, since proxies append what they know; otherwise
     * the other end of the connection.
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

    /** One spelling for each address, so that it has one counter. Zones are of no interest to others. */
    private static IpAddress canonical(String address) {
        var withoutZone = address.split("%", 2)[0];
        var ipv6 = withoutZone.indexOf(':') < 0 ? null : NetUtil.getByName(withoutZone);
        return new IpAddress(ipv6 == null ? withoutZone : NetUtil.toAddressString(ipv6));
    }
}
