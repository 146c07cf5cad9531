package io.gatehouse.rest.gate;

import io.gatehouse.application.Project;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which web pages, extensions and apps may talk to us. Nothing is allowed that is not configured. */
final class Origins {

    /** {@code scheme://host:port}; only the schemes of pages need a host, and it may be an IPv6 address in brackets. */
    private static final Pattern ORIGIN =
            Pattern.compile("([a-z][a-z0-9+.-]*)://(\\[[0-9a-f:.]+]|[^/?#:@\\\\\\s]*)(?::\\d{0,5})?(?:/.*)?");

    /** Those of pages, which are told apart by their host; apps are told apart by their scheme. */
    private static final Set<String> SCHEMES_OF_PAGES = Set.of(
            "http",
            "https",
            "chrome-extension",
            "moz-extension",
            "safari-web-extension",
            "ms-browser-extension",
            "tauri");

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    /** The longest host name (RFC 1035 §2.3.4). */
    private static final int LONGEST_HOST = 253;

    private final Collection<String> ownHosts;

    Origins(Collection<String> ownHosts) {
        this.ownHosts = ownHosts;
    }

    /** @param project null if the request names none, so that only our own pages pass */
    boolean allow(String origin, @Nullable Project project) {
        var parts = ORIGIN.matcher(origin.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return false;
        }
        return SCHEMES_OF_PAGES.contains(parts.group(1))
                ? allowHost(parts.group(2), project)
                : allowScheme(parts.group(1), project);
    }

    private boolean allowHost(String host, @Nullable Project project) {
        return isOn(host, project) || (LOOPBACK.contains(host) && isOn("localhost", project));
    }

    private boolean isOn(String host, @Nullable Project project) {
        var ofProject = project == null ? Stream.<String>empty() : project.hostnames().stream();
        return Stream.concat(ownHosts.stream(), ofProject)
                .map(entry -> entry.toLowerCase(Locale.ROOT))
                .anyMatch(entry -> matches(entry, host));
    }

    /** An entry is a host, {@code *} for every host, or {@code *.example.com} for those below, but not for the apex. */
    private static boolean matches(String entry, String host) {
        if (entry.equals(host)) {
            return true;
        }
        var isName = !host.isEmpty() && host.length() <= LONGEST_HOST && host.indexOf(':') < 0;
        return isName && (entry.equals("*") || (entry.startsWith("*.") && host.endsWith(entry.substring(1))));
    }

    /** Expo's development app is allowed everywhere. */
    private static boolean allowScheme(String scheme, @Nullable Project project) {
        return scheme.equals("exp")
                || (project != null
                        && (scheme.equals(callback(project))
                                || project.schemes().contains(scheme)));
    }

    private static String callback(Project project) {
        return "appwrite-callback-" + project.id().value().toLowerCase(Locale.ROOT);
    }
}
