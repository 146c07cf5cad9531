package io.gatehouse.messaging.mail;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The name by which this service greets mail servers (RFC 5321, section 4.1.1.1). Some refuse {@code localhost}. */
public final class Greeting {

    /** A domain, or an address in brackets (RFC 5321, section 4.1.3). */
    private static final Pattern VALID =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.?)+|\\[(?:IPv6:)?[0-9A-Fa-f.:]+]");

    /** Characters of a domain (RFC 1035, section 2.3.4). */
    private static final int LONGEST = 253;

    /** How long the look-up of the host's own name may take. */
    private static final Duration LOOKUP_TIMEOUT = Duration.ofSeconds(5);

    private static final String LOOPBACK = "[127.0.0.1]";

    private final CompletableFuture<String> name;

    private Greeting(CompletableFuture<String> name) {
        this.name = name;
    }

    /** @throws IllegalArgumentException if it is neither a domain nor an address in brackets */
    public static Greeting of(String name) {
        if (name.length() > LONGEST || !VALID.matcher(name).matches()) {
            throw new IllegalArgumentException("must be a host name, or an IP address in brackets");
        }
        return new Greeting(CompletableFuture.completedFuture(name));
    }

    /** The full name of this host, which is looked up in the background; without one, its address in brackets. */
    public static Greeting ofThisHost() {
        var found = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> found.complete(lookUp()));
        return new Greeting(found.completeOnTimeout(LOOPBACK, LOOKUP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Waits for the look-up. */
    String name() {
        return name.join();
    }

    private static String lookUp() {
        try {
            var host = InetAddress.getLocalHost();
            var name = host.getCanonicalHostName();
            return isFullName(name, host) ? name : literal(host);
        } catch (UnknownHostException unknown) {
            return LOOPBACK;
        }
    }

    private static boolean isFullName(String name, InetAddress host) {
        return name.indexOf('.') > 0
                && !name.equals(host.getHostAddress())
                && !name.startsWith("localhost.")
                && VALID.matcher(name).matches();
    }

    private static String literal(InetAddress host) {
        var address = host.getHostAddress().split("%", 2)[0];
        return address.indexOf(':') < 0 ? "[" + address + "]" : "[IPv6:" + address + "]";
    }
}
