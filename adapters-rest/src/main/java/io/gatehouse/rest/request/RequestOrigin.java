package io.gatehouse.rest.request;

import com.google.common.net.InternetDomainName;
import io.netty.util.NetUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came in, and from which page.
 *
 * @param secure whether over https
 * @param host as the client addressed us, without the port
 * @param page {@code Origin}, else {@code Referer}; null for callers that are no browsers
 */
public record RequestOrigin(
        boolean secure, String host, @Nullable String page) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    /** @return {@code .example.com}, or empty where browsers want no domain: for addresses and {@code localhost} */
    public Optional<String> cookieDomain() {
        return NAME.matcher(host).matches() && !host.equalsIgnoreCase("localhost") && !NetUtil.isValidIpV4Address(host)
                ? Optional.of("." + host)
                : Optional.empty();
    }

    /** Whether the page is, or may be, of another site than ours, so that cookies may get lost. */
    public boolean isCrossSite() {
        var ofPage = registrableDomain(hostOf(page));
        return ofPage.isEmpty() || !ofPage.equals(registrableDomain(host));
    }

    private static Optional<InternetDomainName> registrableDomain(@Nullable String host) {
        return Optional.ofNullable(host)
                .filter(InternetDomainName::isValid)
                .map(InternetDomainName::from)
                .filter(InternetDomainName::isUnderPublicSuffix)
                .map(InternetDomainName::topPrivateDomain);
    }

    private static @Nullable String hostOf(@Nullable String page) {
        try {
            return page == null ? null : new URI(page).getHost();
        } catch (URISyntaxException nowhere) {
            return null;
        }
    }
}
