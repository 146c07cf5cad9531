package io.gatehouse.rest.gate;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The languages we can answer in: those whose names for countries the JDK knows. */
final class Locales {

    private static final Set<Locale> SUPPORTED =
            Stream.of(Locale.getAvailableLocales()).collect(Collectors.toUnmodifiableSet());

    private Locales() {}

    /** @param code such as {@code de} or {@code pt-br}; null, or one we do not know, for the default */
    static Locale of(@Nullable String code, Locale otherwise) {
        if (code == null) {
            return otherwise;
        }
        var locale = Locale.forLanguageTag(code.replace('_', '-'));
        return SUPPORTED.contains(locale) && !locale.equals(Locale.ROOT) ? locale : otherwise;
    }
}
