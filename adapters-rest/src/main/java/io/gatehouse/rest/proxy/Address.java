package io.gatehouse.rest.proxy;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses in the spellings of proxies. Names are never looked up. */
final class Address {

    /** An address in brackets or without, and a port, which may be obfuscated (RFC 7239, section 6). */
    private static final Pattern NODE =
            Pattern.compile("(?:\\[(?<bracketed>[^\\]]*)]|(?<plain>[^:]*)):[\\w.-]{1,20}|\\[(?<alone>[^\\]]*)]");

    /** A leading zero in an IPv4 address: software disagrees on whether such a number is octal (RFC 6943, section 3.1.1). */
    private static final Pattern AMBIGUOUS = Pattern.compile("(?:^|[.:])0[0-9]+\\.|\\.0[0-9]");

    private Address() {}

    /** @return the address of {@code 192.0.2.1:80}, {@code [2001:db8::1]:80} and the like; empty if it has none */
    static Optional<InetAddress> ofNode(String text) {
        var parts = NODE.matcher(text);
        if (!parts.matches()) {
            return of(text);
        }
        return Optional.ofNullable(parts.group("bracketed"))
                .or(() -> Optional.ofNullable(parts.group("alone")))
                .or(() -> Optional.ofNullable(parts.group("plain")))
                .flatMap(Address::of);
    }

    /** @return an IPv4 address for an IPv4-mapped one, and no zone; empty if the text is no address */
    static Optional<InetAddress> of(String text) {
        if (AMBIGUOUS.matcher(text).find()) {
            return Optional.empty();
        }
        var zone = text.indexOf('%');
        var withoutZone = zone < 0 ? text : text.substring(0, zone);
        return InetAddresses.isInetAddress(withoutZone)
                ? Optional.of(InetAddresses.forString(withoutZone))
                : Optional.empty();
    }

    /** @return the canonical spelling, for IPv6 that of RFC 5952 */
    static String text(InetAddress address) {
        return InetAddresses.toAddrString(address);
    }
}
