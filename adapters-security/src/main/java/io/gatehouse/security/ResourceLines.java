package io.gatehouse.security;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the lines of a text file on the class path, except comments, which are lines that start with #. */
public final class ResourceLines {

    private ResourceLines() {}

    /** @param neighbour a class in the package that contains the file */
    public static List<String> of(String file, Class<?> neighbour) {
        try (var bytes = requireNonNull(neighbour.getResourceAsStream(file), file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
