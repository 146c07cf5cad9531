package io.gatehouse.security;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a text file that comes with the application; those that start with # are for its readers. */
public final class ResourceLines {

    private ResourceLines() {}

    /** @param neighbour a class of the package in which the file is */
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
