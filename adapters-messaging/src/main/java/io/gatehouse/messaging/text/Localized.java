package io.gatehouse.messaging.text;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One value in several languages.
 *
 * @param translations by language tag (BCP 47) such as {@code en} or {@code pt-br}, case-insensitive
 */
public record Localized<T>(Map<String, T> translations) {

    public Localized {
        translations = translations.entrySet().stream()
                .collect(toUnmodifiableMap(version -> lowerCase(version.getKey()), Map.Entry::getValue));
    }

    /** @return the translation in exactly that language, otherwise in its base language, otherwise in English */
    public Optional<T> find(String tag) {
        return Stream.of(lowerCase(tag), Locale.forLanguageTag(tag).getLanguage(), "en")
                .filter(translations::containsKey)
                .findFirst()
                .map(translations::get);
    }

    private static String lowerCase(String tag) {
        return tag.toLowerCase(Locale.ROOT);
    }
}
