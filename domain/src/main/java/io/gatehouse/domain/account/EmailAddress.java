package io.gatehouse.domain.account;

import io.gatehouse.domain.PersonalData;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A well-formed address, trimmed and lower-cased: two spellings of one mailbox compare equal. */
public record EmailAddress(String value) implements PersonalData {

    /** RFC 5321 §4.5.3.1: at most 64 octets before the @, and 254 in all (RFC 3696, erratum 1690). */
    private static final int MAX_LENGTH = 254;

    /** RFC 5322 dot-atom before the @, and after it a host name of at least two labels (RFC 1123). */
    private static final Pattern LOOKS_RIGHT = Pattern.compile("(?=[^@]{1,64}@)"
            + "[a-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]++)*+@"
            + "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** By domain: the canonical domain of the provider, and the parts that it ignores before the @. */
    private static final Map<String, MailProvider> PROVIDERS = Map.ofEntries(
            Map.entry("gmail.com", new MailProvider("gmail.com", "\\+.*|\\.")),
            Map.entry("googlemail.com", new MailProvider("gmail.com", "\\+.*|\\.")),
            Map.entry("outlook.com", new MailProvider("outlook.com", "\\+.*")),
            Map.entry("hotmail.com", new MailProvider("outlook.com", "\\+.*")),
            Map.entry("live.com", new MailProvider("outlook.com", "\\+.*")),
            Map.entry("msn.com", new MailProvider("outlook.com", "\\+.*")),
            Map.entry("icloud.com", new MailProvider("icloud.com", "\\+.*")),
            Map.entry("me.com", new MailProvider("icloud.com", "\\+.*")),
            Map.entry("mac.com", new MailProvider("icloud.com", "\\+.*")),
            Map.entry("yahoo.com", new MailProvider("yahoo.com", "-[^-]*$")),
            Map.entry("ymail.com", new MailProvider("yahoo.com", "-[^-]*$")),
            Map.entry("rocketmail.com", new MailProvider("yahoo.com", "-[^-]*$")),
            Map.entry("proton.me", new MailProvider("protonmail.com", "")),
            Map.entry("pm.me", new MailProvider("protonmail.com", "")),
            Map.entry("fastmail.fm", new MailProvider("fastmail.com", "")),
            Map.entry("walla.com", new MailProvider("walla.co.il", "")));

    /**
     * Validates input. Stored values are not validated again: events written under older rules stay readable.
     *
     * @throws RefusedException with {@code InvalidArgument}
     */
    public static EmailAddress parse(String name, String input) {
        var value = input.strip().toLowerCase(Locale.ROOT);
        if (value.length() > MAX_LENGTH || !LOOKS_RIGHT.matcher(value).matches()) {
            throw TextRules.invalid(name, "must be a valid email address");
        }
        return new EmailAddress(value);
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** The part before the @. */
    public String local() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    /** The spelling that all addresses of one mailbox share, as far as the rules of its provider are known. */
    public EmailAddress canonical() {
        var provider = PROVIDERS.get(domain());
        return provider == null ? this : provider.canonical(local());
    }

    private record MailProvider(String domain, Pattern ignored) {

        MailProvider(String domain, String ignored) {
            this(domain, Pattern.compile(ignored));
        }

        EmailAddress canonical(String local) {
            var kept = ignored.matcher(local).replaceAll("");
            return new EmailAddress((kept.isEmpty() ? local : kept) + "@" + domain);
        }
    }
}
