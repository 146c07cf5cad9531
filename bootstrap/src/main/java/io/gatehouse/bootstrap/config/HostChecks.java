package io.gatehouse.bootstrap.config;

import java.util.Set;
import java.util.regex.Pattern;

/** Checks the hosts and URLs of the configuration: with a scheme or a port, a host would never match a page. */
public final class HostChecks {

    /** A name or an address, {@code *}, or {@code *.example.com}; an IPv6 address in brackets. */
    private static final Pattern HOST = Pattern.compile("\\*|(?:\\*\\.)?[^\\s/:@?#*\\[\\]\\\\]+|\\[[0-9A-Fa-f:.]+]");

    /** A URL without user name. Its port may be 0, since the default contains the port of the service, which may be. */
    private static final Pattern URL = Pattern.compile(
            "[A-Za-z][A-Za-z0-9+.-]*:"
                    + "(?://(?:\\[[0-9A-Fa-f:.]+]|[^\\s/:@?#\\[\\]\\\\]*)(?::(?<port>0|[1-9][0-9]{0,4}))?(?=[/?#]|\\z)|(?!//))\\S*");

    private static final int LAST_PORT = 65_535;

    private HostChecks() {}

    /** @throws InvalidConfigurationException that names the setting, if it is not a host or not a URL */
    public static void run(GatehouseConfig config) {
        config.hostnames().orElse(Set.of()).forEach(host -> requireHost("gatehouse.hostnames", host));
        config.projects().forEach((id, project) -> project.platforms().forEach((name, platform) -> platform.hostname()
                .ifPresent(
                        host -> requireHost("gatehouse.projects." + id + ".platforms." + name + ".hostname", host))));
        requireUrl("gatehouse.magic-url", config.magicUrl());
    }

    private static void requireHost(String property, String host) {
        if (!HOST.matcher(host).matches()) {
            throw new InvalidConfigurationException(
                    property + " must be a host without scheme, port and path, such as app.example.com, not " + host);
        }
    }

    private static void requireUrl(String property, String url) {
        var parts = URL.matcher(url);
        if (!parts.matches() || (parts.group("port") != null && Integer.parseInt(parts.group("port")) > LAST_PORT)) {
            throw new InvalidConfigurationException(property
                    + " must be a URL whose port, if any, is at most 65535, such as https://app.example.com/in, not "
                    + url);
        }
    }
}
