package io.gatehouse.rest.gate;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The supported locales: those for which the JDK has country names. */
final class Locales {

    private static final Set<Locale> SUPPORTED =
            Stream.of(Locale.getAvailableLocales()).collect(Collectors.toUnmodifiableSet());

    private Locales() {}

    /** @param code such as {@code de} or {@code pt-br}; null or unsupported: the default */
    static Locale of(@Nullable String code, Locale defaultLocale) {
        if (code == null) {
            return defaultLocale;
        }
        var locale = Locale.forLanguageTag(code.replace('_', '-'));
        return SUPPORTED.contains(locale) && !locale.equals(Locale.ROOT) ? locale : defaultLocale;
    }
}
