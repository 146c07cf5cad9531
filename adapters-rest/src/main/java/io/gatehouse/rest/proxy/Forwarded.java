package io.gatehouse.rest.proxy;

import io.gatehouse.domain.IpAddress;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent to the outermost proxy: its address, its scheme and its host. Headers are read only if the peer of
 * the connection is a trusted proxy; anybody else could claim anything in them.
 */
public final class Forwarded {

    private final List<String> headers;
    private final TrustedProxies trusted;

    /** @param headers those in which proxies send addresses, the first one that contains one is used */
    public Forwarded(List<String> headers, TrustedProxies trusted) {
        this.headers = headers.stream()
                .map(header -> header.strip().toLowerCase(Locale.ROOT))
                .toList();
        this.trusted = trusted;
    }

    /**
     * Proxies append the address of their client, so the last address that is no trusted proxy is the client's. If all
     * of them are trusted, the first one is.
     *
     * @param peer the address at the other end of the connection; empty if unknown
     */
    public IpAddress client(MultiMap sent, String peer) {
        return new IpAddress(Address.of(peer)
                .map(proxy -> headers.stream()
                        .filter(_ -> trusted.include(proxy))
                        .flatMap(header -> clientOf(header, sent).stream())
                        .findFirst()
                        .orElse(proxy))
                .map(Address::text)
                .orElse(""));
    }

    private Optional<InetAddress> clientOf(String header, MultiMap sent) {
        InetAddress client = null;
        for (var element : ForwardedElement.of(header, sent.getAll(header)).reversed()) {
            var address = element.client(header).flatMap(Address::ofNode).orElse(null);
            if (address == null) {
                break;
            }
            client = address;
            if (!trusted.include(address)) {
                break;
            }
        }
        return Optional.ofNullable(client);
    }

    /** In lower case. */
    public @Nullable String scheme(HttpServerRequest http) {
        return stated(http, "X-Forwarded-Proto", "proto").orElse(http.scheme());
    }

    /** In lower case, without the port; empty if unknown. */
    public String host(HttpServerRequest http) {
        var authority = stated(http, "X-Forwarded-Host", "host")
                .map(host -> HostAndPort.parseAuthority(host, -1))
                .or(() -> Optional.ofNullable(http.authority()));
        return authority.map(found -> found.host().toLowerCase(Locale.ROOT)).orElse("");
    }

    /** The first statement, which is that of the outermost proxy. */
    private Optional<String> stated(HttpServerRequest http, String header, String name) {
        return isFromTrustedProxy(http)
                ? statements(http, header, name).findFirst().map(text -> text.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private Stream<String> statements(HttpServerRequest http, String header, String name) {
        var older = elements(http, header).map(ForwardedElement::text);
        return headers.contains(ForwardedElement.STANDARD)
                ? Stream.concat(elements(http, ForwardedElement.STANDARD).flatMap(e -> e.value(name).stream()), older)
                : older;
    }

    private static Stream<ForwardedElement> elements(HttpServerRequest http, String header) {
        return ForwardedElement.of(header, http.headers().getAll(header)).stream();
    }

    private boolean isFromTrustedProxy(HttpServerRequest http) {
        return Optional.ofNullable(http.remoteAddress())
                .map(peer -> peer.hostAddress())
                .flatMap(Address::of)
                .filter(trusted::include)
                .isPresent();
    }
}
