package io.gatehouse.bootstrap.nativeimage;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the resources of a native executable with the files of all modules. */
class RegisteredResourcesTest {

    private static final String LANGUAGE_DATA = "com/ibm/icu/impl/data/icudata/";

    private static final List<String> READ_BY_QUARKUS = List.of("application.properties");

    private final List<PathMatcher> included = included();

    @Test
    void every_resource_of_every_module_is_included() throws IOException {
        try (var modules = Files.list(Path.of(".."))) {
            var resources = modules.map(module -> module.resolve("src/main/resources"))
                    .filter(Files::isDirectory)
                    .flatMap(RegisteredResourcesTest::files)
                    .filter(file -> !READ_BY_QUARKUS.contains(file))
                    .toList();
            assertThat(resources).isNotEmpty().allMatch(this::isIncluded);
        }
    }

    @Test
    void language_data_is_included_for_languages_with_texts_only() {
        var languages = files(Path.of("../adapters-messaging/src/main/resources/mail"))
                .filter(file -> file.startsWith("texts_"))
                .map(file -> file.replaceAll("texts_([a-z]+).*", "$1"))
                .collect(toSet());
        assertThat(languages).isNotEmpty().allMatch(this::hasLanguageData);
        assertThat(List.of("fi", "th", "vi")).noneMatch(this::hasLanguageData);
    }

    private boolean hasLanguageData(String language) {
        return Stream.of("", "unit/", "curr/")
                .allMatch(folder -> isIncluded(LANGUAGE_DATA + folder + language + ".res"));
    }

    private boolean isIncluded(String resource) {
        return included.stream().anyMatch(pattern -> pattern.matches(Path.of(resource)));
    }

    private static Stream<String> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The setting's patterns, which are separated by commas; a comma within a pattern has a backslash before it. */
    private static List<PathMatcher> included() {
        var patterns = settings().getProperty("quarkus.native.resources.includes");
        return Pattern.compile("(?<!\\\\),")
                .splitAsStream(patterns)
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("\\", "")))
                .toList();
    }

    private static Properties settings() {
        var settings = new Properties();
        var file = RegisteredResourcesTest.class.getResourceAsStream("/application.properties");
        try (var reader = new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            settings.load(reader);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return settings;
    }
}
