package io.gatehouse.rest.origin;

import io.gatehouse.application.project.Project;
import java.net.IDN;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which web pages, browser extensions and apps belong to a project: only configured ones. */
public final class RegisteredPlatforms {

    /** Pages and extensions are identified by their host; apps are identified by their scheme. */
    private static final Set<String> SCHEMES_OF_PAGES = Set.of(
            "http",
            "https",
            "chrome-extension",
            "moz-extension",
            "safari-web-extension",
            "ms-browser-extension",
            "tauri",
            "capacitor",
            "ionic");

    private static final Set<String> LOOPBACK_ADDRESSES = Set.of("127.0.0.1", "[::1]");

    /** Characters that browsers and older software convert to different ASCII names (UTS #46 §4). */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\u00df\\u1e9e\\u03c2\\u200c\\u200d]");

    /** The longest host name (RFC 1035 §2.3.4). */
    private static final int LONGEST_HOST = 253;

    private final Collection<String> ownHosts;

    /** @param ownHosts the hosts of the service itself; pages there belong to every project */
    public RegisteredPlatforms(Collection<String> ownHosts) {
        this.ownHosts = ownHosts;
    }

    /** @param scheme in lower case, as in all methods of this class */
    public static boolean isPageScheme(String scheme) {
        return SCHEMES_OF_PAGES.contains(scheme);
    }

    /** Whether the host is the client's own machine, by name or address. */
    static boolean isLoopback(String host) {
        return host.equals("localhost") || LOOPBACK_ADDRESSES.contains(host);
    }

    /**
     * @param host in lower case and ASCII; an IPv6 address in brackets
     * @param project null if the request names none; then only pages of the service itself are included
     */
    public boolean includeHost(String host, @Nullable Project project) {
        return isListed(host, project) || (LOOPBACK_ADDRESSES.contains(host) && isListed("localhost", project));
    }

    private boolean isListed(String host, @Nullable Project project) {
        var ofProject = project == null ? Stream.<String>empty() : project.hostnames().stream();
        return Stream.concat(ownHosts.stream(), ofProject)
                .flatMap(entry -> ascii(entry).stream())
                .anyMatch(entry -> matches(entry, host));
    }

    /**
     * The canonical spelling of a host: lower case, other scripts in ASCII (RFC 3490).
     *
     * @return empty if the text is not a host, or contains an ambiguous character
     */
    static Optional<String> ascii(String host) {
        if (AMBIGUOUS.matcher(host).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(host).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** An entry is a host, {@code *} for all hosts, or {@code *.example.com} for subdomains, without the apex. */
    private static boolean matches(String entry, String host) {
        if (entry.equals(host)) {
            return true;
        }
        var isName = !host.isEmpty() && host.length() <= LONGEST_HOST && host.indexOf(':') < 0;
        return isName && (entry.equals("*") || (entry.startsWith("*.") && host.endsWith(entry.substring(1))));
    }

    /** {@code exp}, the scheme of Expo's development app, is always included. */
    public boolean includeScheme(String scheme, @Nullable Project project) {
        return scheme.equals("exp")
                || (project != null
                        && (scheme.equals(callback(project))
                                || project.schemes().contains(scheme)));
    }

    private static String callback(Project project) {
        return "appwrite-callback-" + project.id().value().toLowerCase(Locale.ROOT);
    }
}
