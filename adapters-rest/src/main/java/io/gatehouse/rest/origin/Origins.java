package io.gatehouse.rest.origin;

import io.gatehouse.application.project.Project;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides which web pages, browser extensions and apps may call the API. */
public final class Origins {

    /** {@code scheme://host:port}; only page schemes need a host, which may be an IPv6 address in brackets. */
    private static final Pattern ORIGIN = Pattern.compile(
            "([a-z][a-z0-9+.-]*)://(\\[[0-9a-f:.]+]|[^/?#:@\\\\\\s]*)(?::(?:" + Port.PATTERN + "))?(?:/.*)?");

    private final RegisteredPlatforms registeredPlatforms;

    public Origins(Collection<String> ownHosts) {
        this.registeredPlatforms = new RegisteredPlatforms(ownHosts);
    }

    /** @param project null if the request names none; then only pages of the service itself are allowed */
    public boolean allow(String origin, @Nullable Project project) {
        var parts = ORIGIN.matcher(origin.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return false;
        }
        return RegisteredPlatforms.isPageScheme(parts.group(1))
                ? registeredPlatforms.includeHost(parts.group(2), project)
                : registeredPlatforms.includeScheme(parts.group(1), project);
    }
}
