package io.gatehouse.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Text files among the test resources, in UTF-8. */
final class TestResources {

    private static final String COMMENT = "#";

    private TestResources() {}

    /** @param path absolute, such as {@code /golden/events.txt} */
    static String text(String path) {
        try (var file = TestResources.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @return the lines without comments, in order */
    static List<String> lines(String path) {
        return text(path).lines().filter(line -> !line.startsWith(COMMENT)).toList();
    }
}
