package io.gatehouse.rest.request;

import com.google.common.net.InternetDomainName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host that a request was sent to, and the web page that sent it.
 *
 * @param secure whether the client used HTTPS
 * @param host as sent by the client, without the port
 * @param page {@code Origin}, otherwise {@code Referer}; null if both are absent, as with servers
 */
public record RequestOrigin(
        boolean secure, String host, @Nullable String page) {

    /** Two labels or more. The last one begins with a letter, as no IP address does (WHATWG URL, section 3.5). */
    private static final Pattern DOMAIN = Pattern.compile("(?:[A-Za-z0-9_-]{1,63}\\.)+[A-Za-z][A-Za-z0-9-]{0,62}");

    /**
     * @return {@code .example.com}; empty for hosts whose domain browsers refuse in a cookie: IP addresses, names
     *     without a dot such as {@code localhost}, and names that end with one
     */
    public Optional<String> cookieDomain() {
        return DOMAIN.matcher(host).matches() ? Optional.of("." + host) : Optional.empty();
    }

    /** Whether the page is, or may be, on another site than the API, so that browsers may block cookies. */
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
        } catch (URISyntaxException malformed) {
            return null;
        }
    }
}
