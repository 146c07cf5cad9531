package io.gatehouse.rest.proxy;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Pattern;

/** The proxies that are believed what they say about their clients. */
public final class TrustedProxies {

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    /** An address, and the length of a prefix (RFC 4632, section 3.1). */
    private static final Pattern NETWORK = Pattern.compile("(?<address>[^/%]+)(?:/(?<bits>[0-9]{1,3}))?");

    private final List<IpSubnetFilterRule> rules;

    private TrustedProxies(List<IpSubnetFilterRule> rules) {
        this.rules = rules;
    }

    /**
     * @param networks addresses and networks: {@code 192.0.2.1}, {@code 10.0.0.0/8}, {@code fd00::/8}
     * @throws IllegalArgumentException if one is anything else
     */
    public static TrustedProxies of(List<String> networks) {
        return new TrustedProxies(networks.stream().map(TrustedProxies::rule).toList());
    }

    boolean include(InetAddress address) {
        var socket = new InetSocketAddress(address, 0);
        return rules.stream().anyMatch(rule -> rule.matches(socket));
    }

    private static IpSubnetFilterRule rule(String network) {
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
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
    }
}
