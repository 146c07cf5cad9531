package io.gatehouse.bootstrap;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.config.KnownNames;
import io.gatehouse.bootstrap.config.KnownSettings;
import io.gatehouse.bootstrap.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the README's tables of settings with the settings that exist. */
class ReadmeTest {

    private static final String PROJECT = "gatehouse.projects.<id>.";
    private static final String POLICIES = PROJECT + "policies.";

    /** Set by the process itself. */
    private static final String INTERNAL = "gatehouse.command";

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    @Test
    void documented_settings_exist_and_existing_settings_are_documented() throws IOException {
        assertThat(documented()).containsExactlyInAnyOrderElementsOf(existing());
    }

    @Test
    void methods_and_messages_are_listed() throws IOException {
        assertThat(namesIn(row("`auth.<method>`"))).containsAll(new KnownNames.SignInMethods().list());
        assertThat(namesIn(row("`….mail.templates.<message>.<locale>.subject`")))
                .containsAll(new KnownNames.Mails().list());
        assertThat(namesIn(row("`gatehouse.projects.<id>.sms.texts.<message>.<locale>`")))
                .containsAll(new KnownNames.TextMessages().list());
    }

    private static Set<String> existing() {
        return KnownSettings.of(GatehouseConfig.class).stream()
                .map(Setting::name)
                .filter(not(INTERNAL::equals))
                .map(name -> name.replace("[*]", "").replaceFirst("\\.auth\\.[a-z-]+$", ".auth.*"))
                .collect(toSet());
    }

    /** @return names of settings, with an asterisk for each part that an operator chooses */
    private static Set<String> documented() throws IOException {
        return rows().map(ReadmeTest::namesInFirstCell)
                .filter(names -> !names.getFirst().matches("(quarkus|kafka)\\..*|.*…"))
                .flatMap(ReadmeTest::inFull)
                .map(name -> name.replaceAll("<\\w+>", "*"))
                .collect(toSet());
    }

    /** A name that starts with a dot or an ellipsis has the same prefix as the first name of its row. */
    private static Stream<String> inFull(List<String> names) {
        var first = inFull(names.getFirst());
        var parent = first.substring(0, first.lastIndexOf('.'));
        return Stream.concat(
                Stream.of(first),
                names.stream()
                        .skip(1)
                        .map(name -> name.matches("…?\\..*") ? parent + name.replace("…", "") : inFull(name)));
    }

    private static String inFull(String name) {
        if (name.startsWith("gatehouse.")) {
            return name;
        }
        return name.startsWith("….") ? PROJECT + name.substring(2) : POLICIES + name;
    }

    private static String row(String beginning) throws IOException {
        return rows().filter(row -> row.startsWith("| " + beginning))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> rows() throws IOException {
        var readme = Files.readString(Path.of("..", "README.md"));
        var configuration = readme.substring(readme.indexOf("## Configuration"), readme.indexOf("## In production"));
        return configuration.lines().filter(line -> line.startsWith("| `"));
    }

    private static List<String> namesInFirstCell(String row) {
        return namesIn(row.substring(0, row.indexOf('|', 1)));
    }

    private static List<String> namesIn(String text) {
        return QUOTED.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
