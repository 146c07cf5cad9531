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

/** Judges where links that carry secrets may lead: to the apps of the project, as every browser will understand it. */
@Singleton
public final class RedirectUrlValidator {

    private static final int LONGEST = 2_048;

    /** RFC 3986 §3.3 to §3.5: what a path, a query or a fragment consists of, apart from slash and question mark. */
    private static final String PCHAR = "A-Za-z0-9._~!$&'()*+,;=:@%-";

    /**
     * A URI (RFC 3986, appendix A) without user info. What the RFC has no room for is what parsers disagree about: white
     * space, control characters, backslashes, lone percent signs. Only a host may be written in any script.
     */
    private static final Pattern URI = Pattern.compile("(?!.*%(?!\\p{XDigit}{2}))"
            + "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):"
            + "(?://(?<host>\\[[0-9A-Fa-f:.]+]|[\\p{L}\\p{M}\\p{N}._~!$&'()*+,;=%-]*)"
            + "(?<port>:[0-9]{0,5})?(?=[/?#]|\\z)|(?!//))"
            + "(?<rest>[" + PCHAR + "/]*(?:\\?[" + PCHAR + "/?]*)?(?:#[" + PCHAR + "/?]*)?)");

    /** Names and IPv4 addresses; or else in brackets. Nothing that a browser would have to decode. */
    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private final RegisteredPlatforms registeredPlatforms;

    public RedirectUrlValidator(RestSettings settings) {
        this.registeredPlatforms = new RegisteredPlatforms(settings.hostnames());
    }

    /** @throws RefusedException with {@code InvalidArgument} */
    public RedirectUrl parse(Project project, String name, String typed) {
        var parts = URI.matcher(typed);
        if (typed.length() > LONGEST || !parts.matches()) {
            throw TextRules.invalid(name, "must be a URL of at most 2048 characters, without user name or password");
        }
        return belonging(project, typed, parts)
                .orElseThrow(() -> TextRules.invalid(name, "must lead to a platform of the project"));
    }

    private Optional<RedirectUrl> belonging(Project project, String typed, Matcher parts) {
        var scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        var strict = project.policies().strict();
        return RegisteredPlatforms.isOfPages(scheme)
                ? host(parts.group("host"))
                        .filter(host -> registeredPlatforms.includeHost(host, project))
                        .filter(host -> !strict || !scheme.equals("http") || RegisteredPlatforms.isLoopback(host))
                        .map(host -> new RedirectUrl(page(parts, host)))
                : Optional.of(typed)
                        .filter(_ -> registeredPlatforms.includeScheme(scheme, project))
                        .filter(_ -> !strict || !scheme.equals("exp"))
                        .filter(url -> ASCII.matcher(url).matches())
                        .map(RedirectUrl::new);
    }

    private static Optional<String> host(@Nullable String typed) {
        return Optional.ofNullable(typed).flatMap(RegisteredPlatforms::ascii).filter(host -> HOST.matcher(host)
                .matches());
    }

    /** With the very host that was judged, so that nobody has to translate it once more. */
    private static String page(Matcher parts, String host) {
        var port = parts.group("port");
        return parts.group("scheme") + "://" + host + (port == null ? "" : port) + parts.group("rest");
    }
}
