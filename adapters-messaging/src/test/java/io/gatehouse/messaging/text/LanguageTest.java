package io.gatehouse.messaging.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}");
    private static final Instant MAY_THIRD = Instant.parse("2026-05-03T23:59:59Z");

    @ParameterizedTest
    @MethodSource("languages")
    void every_language_has_all_texts_with_the_same_placeholders(Path file) throws IOException {
        assertThat(placeholders(file)).isEqualTo(placeholders(folder().resolve("texts.properties")));
    }

    @Test
    void a_regional_variant_falls_back_to_its_base_language() throws IOException {
        var portugal = folder().resolve("texts_pt_PT.properties");
        assertThat(placeholders(folder().resolve("texts.properties"))).containsAllEntriesOf(placeholders(portugal));
        assertThat(Language.of("pt-pt").text("recovery.button", Map.of())).isEqualTo("Repor palavra-passe");
        assertThat(Language.of("pt-pt").text("notice.country", Map.of())).isEqualTo("País");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void no_text_of_another_language_equals_the_english_one(Path file) throws IOException {
        var english = sentences(folder().resolve("texts.properties"));
        assertThat(sentences(file).entrySet()).isNotEmpty().doesNotContainAnyElementsOf(english.entrySet());
    }

    @Test
    void a_regional_variant_contains_only_texts_that_differ_from_its_base_language() throws IOException {
        var brazil = sentences(folder().resolve("texts_pt.properties"));
        var portugal = sentences(folder().resolve("texts_pt_PT.properties"));
        assertThat(portugal.entrySet()).isNotEmpty().doesNotContainAnyElementsOf(brazil.entrySet());
    }

    @Test
    void the_texts_for_hong_kong_and_taiwan_are_in_traditional_characters() {
        assertThat(List.of("zh-tw", "zh-hk", "zh-cn", "zh"))
                .extracting(tag -> Language.of(tag).text("unknown", Map.of()))
                .containsExactly("不明", "不明", "未知", "未知");
    }

    @Test
    void an_unsupported_language_falls_back_to_english() {
        var language = Language.of("fi");
        assertThat(language.tag()).isEqualTo("en");
        assertThat(language.text("unknown", Map.of())).isEqualTo("unknown");
        assertThat(language.duration(Duration.ofHours(1))).isEqualTo("1 hour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ar-ae", "fa", "he", "ur"})
    void some_languages_are_written_from_right_to_left(String tag) {
        assertThat(Language.of(tag).direction()).isEqualTo("rtl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ja", "fi"})
    void other_languages_are_written_from_left_to_right(String tag) {
        assertThat(Language.of(tag).direction()).isEqualTo("ltr");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 15, 15 minutes",
        "en, 60, 1 hour",
        "en, 90, 90 minutes",
        "en, 10080, 7 days",
        "de, 60, 1 Stunde",
        "pl, 1440, 1 dzień",
        "pl, 10080, 7 dni",
        "uk, 180, 3 години",
        "ar, 15, 15 دقيقة",
        "ar, 10080, 7 أيام",
        "zh-cn, 60, 1小时"
    })
    void a_duration_is_shown_in_its_largest_whole_unit(String tag, long minutes, String expected) {
        assertThat(Language.of(tag).duration(Duration.ofMinutes(minutes)).replace("\u00A0", " "))
                .isEqualToIgnoringWhitespace(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | May 3, 2026 | May 3",
                "en-gb | 3 May 2026 | 3 May",
                "de | 3. Mai 2026 | 3. Mai",
                "ja | 2026年5月3日 | 5月3日"
            })
    void a_date_is_shown_in_the_format_of_the_language_and_in_utc(String tag, String day, String dayOfYear) {
        assertThat(Language.of(tag).fullDate(MAY_THIRD)).isEqualTo(day);
        assertThat(Language.of(tag).dayAndMonth(MAY_THIRD)).isEqualTo(dayOfYear);
    }

    static List<Path> languages() throws IOException {
        try (var files = Files.list(folder())) {
            return files.filter(file -> file.toString().matches(".*texts_(\\w\\w|zh_Hant)\\.properties"))
                    .toList();
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(Language.class.getResource("/mail/texts.properties"))
                            .toURI())
                    .resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Set<String>> placeholders(Path file) throws IOException {
        return sentences(file).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, sentence -> placeholders(sentence.getValue())));
    }

    private static Map<String, String> sentences(Path file) throws IOException {
        var sentences = new Properties();
        try (var reader = Files.newBufferedReader(file, UTF_8)) {
            sentences.load(reader);
        }
        return sentences.stringPropertyNames().stream().collect(toMap(name -> name, sentences::getProperty));
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
