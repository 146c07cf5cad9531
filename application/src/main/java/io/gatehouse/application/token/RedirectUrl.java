package io.gatehouse.application.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.gatehouse.domain.ProjectId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page of the client application that a link in a message opens. Already validated: it belongs to the project.
 *
 * @param value a URL without user info; scheme, path, query and fragment are unchanged
 */
public record RedirectUrl(String value) {

    /** RFC 3986, appendix B: the part before the query, the query, and the fragment. */
    private static final Pattern PARTS = Pattern.compile("([^?#]*)(?:\\?([^#]*))?(#.*)?", Pattern.DOTALL);

    /** The date format of the API. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    /** @return the link: this URL with the token in its query */
    public String with(IssuedToken token) {
        return withParameters(parameters(token));
    }

    /** The same with the project ID, for an application that serves several projects. */
    public String with(IssuedToken token, ProjectId project) {
        var parameters = parameters(token);
        parameters.put("project", project.value());
        return withParameters(parameters);
    }

    private static Map<String, String> parameters(IssuedToken token) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("userId", token.account().value());
        parameters.put("secret", token.secret().value());
        parameters.put("expire", date(token.expiresAt()));
        return parameters;
    }

    private static String date(Instant instant) {
        return DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Replaces parameters of the same name. */
    private String withParameters(Map<String, String> parameters) {
        var parts = PARTS.matcher(value);
        if (!parts.matches()) {
            throw new IllegalStateException("every text has these parts");
        }
        var fragment = parts.group(3) == null ? "" : parts.group(3);
        var query = Stream.concat(
                        remaining(parts.group(2) == null ? "" : parts.group(2), parameters.keySet()),
                        parameters.entrySet().stream().map(entry -> entry.getKey() + "=" + encoded(entry.getValue())))
                .collect(joining("&"));
        return parts.group(1) + "?" + query + fragment;
    }

    private static Stream<String> remaining(String query, Set<String> replaced) {
        return Stream.of(query.split("&"))
                .filter(pair -> !pair.isEmpty())
                .filter(pair -> !replaced.contains(name(pair)));
    }

    private static String name(String pair) {
        var name = pair.split("=", 2)[0];
        try {
            return URLDecoder.decode(name, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
