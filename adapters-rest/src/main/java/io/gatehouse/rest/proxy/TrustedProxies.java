package io.gatehouse.rest.proxy;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/** The proxies that are believed what they say about their clients. */
public final class TrustedProxies {

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    /** An address, and the length of a prefix (RFC 4632, section 3.1). */
    private static final Pattern NETWORK = Pattern.compile("(?<address>[^/%]+)(?:/(?<bits>[0-9]{1,3}))?");

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * @param networks addresses and networks: {@code 192.0.2.1}, {@code 10.0.0.0/8}, {@code fd00::/8}
     * @throws IllegalArgumentException if one is anything else
     */
    public static TrustedProxies of(List<String> networks) {
        return new TrustedProxies(networks.stream().map(TrustedProxies::network).toList());
    }

    boolean include(InetAddress address) {
        return networks.stream().anyMatch(network -> network.includes(address));
    }

    private static Network network(String network) {
        var parts = NETWORK.matcher(network.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(network + " is neither an IP address nor a network such as 10.0.0.0/8");
        }
        var address = Address.of(parts.group("address"))
                .orElseThrow(() -> new IllegalArgumentException(network + " does not begin with an IP address"));
        var longest = address instanceof Inet4Address ? IPV4_BITS : IPV6_BITS;
        var bits = parts.group("bits") == null ? longest : Integer.parseInt(parts.group("bits"));
        if (bits > longest) {
            throw new IllegalArgumentException(network + " has a prefix of more than " + longest + " bits");
        }
        return new Network(address, bits);
    }

    /** The addresses that share their first bits with this one. */
    private record Network(InetAddress address, int bits) {

        boolean includes(InetAddress other) {
            return other.getClass() == address.getClass() && prefix(other).equals(prefix(address));
        }

        private BigInteger prefix(InetAddress any) {
            var bytes = any.getAddress();
            return new BigInteger(1, bytes).shiftRight(Byte.SIZE * bytes.length - bits);
        }
    }
}
