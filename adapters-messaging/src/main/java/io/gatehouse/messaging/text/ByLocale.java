package io.gatehouse.messaging.text;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Versions of one value in several languages.
 *
 * @param versions by language tag such as {@code en} or {@code pt-br}, in any case
 */
public record ByLocale<T>(Map<String, T> versions) {

    public ByLocale {
        versions = versions.entrySet().stream()
                .collect(toUnmodifiableMap(version -> lowerCase(version.getKey()), Map.Entry::getValue));
    }

    /** @return the version in exactly that language, otherwise in its base language, otherwise in English */
    public Optional<T> find(String tag) {
        return Stream.of(lowerCase(tag), Locale.forLanguageTag(tag).getLanguage(), "en")
                .filter(versions::containsKey)
                .findFirst()
                .map(versions::get);
    }

    private static String lowerCase(String tag) {
        return tag.toLowerCase(Locale.ROOT);
    }
}
