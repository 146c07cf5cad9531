package io.gatehouse.rest.origin;

import io.gatehouse.application.project.Project;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import io.gatehouse.rest.RestSettings;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validates the redirect URLs of links with secrets: they must point to a registered platform in every browser. */
@Singleton
public final class RedirectUrlValidator {

    private static final int MAX_LENGTH = 2_048;

    /** RFC 3986 §3.3 to §3.5: the characters of a path, query or fragment, except slash and question mark. */
    private static final String PCHAR = "A-Za-z0-9._~!$&'()*+,;=:@%-";

    /**
     * A URI (RFC 3986, appendix A) without user info. Excludes what the RFC does not allow, since parsers disagree
     * about it: white space, control characters, backslashes, lone percent signs. Only a host may be non-ASCII.
     */
    private static final Pattern URI = Pattern.compile("(?!.*%(?!\\p{XDigit}{2}))"
            + "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):"
            + "(?://(?<host>\\[[0-9A-Fa-f:.]+]|[\\p{L}\\p{M}\\p{N}._~!$&'()*+,;=%-]*)"
            + "(?::(?<port>" + Port.PATTERN + "))?(?=[/?#]|\\z)|(?!//))"
            + "(?<rest>[" + PCHAR + "/]*(?:\\?[" + PCHAR + "/?]*)?(?:#[" + PCHAR + "/?]*)?)");

    /** A name or IPv4 address, or an IPv6 address in brackets; nothing that a browser would decode. */
    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private final RegisteredPlatforms registeredPlatforms;

    public RedirectUrlValidator(RestSettings settings) {
        this.registeredPlatforms = new RegisteredPlatforms(settings.hostnames());
    }

    /** @throws RefusedException with {@code InvalidArgument} */
    public RedirectUrl parse(Project project, String name, String input) {
        var parts = URI.matcher(input);
        if (input.length() > MAX_LENGTH || !parts.matches()) {
            throw TextRules.invalid(name, "must be a URL of at most 2048 characters, without user name or password");
        }
        return onPlatform(project, input, parts)
                .orElseThrow(() -> TextRules.invalid(name, "must point to a registered platform of the project"));
    }

    private Optional<RedirectUrl> onPlatform(Project project, String input, Matcher parts) {
        var scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        var strict = project.policies().strict();
        return RegisteredPlatforms.isPageScheme(scheme)
                ? canonicalHost(parts.group("host"))
                        .filter(host -> registeredPlatforms.includeHost(host, project))
                        .filter(host -> !strict || !scheme.equals("http") || RegisteredPlatforms.isLoopback(host))
                        .map(host -> new RedirectUrl(pageUrl(parts, host)))
                : Optional.of(input)
                        .filter(_ -> registeredPlatforms.includeScheme(scheme, project))
                        .filter(_ -> !strict || !scheme.equals("exp"))
                        .filter(url -> ASCII.matcher(url).matches())
                        .map(RedirectUrl::new);
    }

    private static Optional<String> canonicalHost(@Nullable String input) {
        return Optional.ofNullable(input).flatMap(RegisteredPlatforms::ascii).filter(host -> HOST.matcher(host)
                .matches());
    }

    /** Contains the host in the ASCII form that was validated, so that no other software converts it again. */
    private static String pageUrl(Matcher parts, String host) {
        var port = parts.group("port");
        return parts.group("scheme") + "://" + host + (port == null ? "" : ":" + port) + parts.group("rest");
    }
}
