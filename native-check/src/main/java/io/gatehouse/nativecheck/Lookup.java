package io.gatehouse.nativecheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A line of the record.
 *
 * @param kind such as {@code class}
 * @param name of the class or the resource; of a member, {@code class#member}
 * @param caller the class that looked it up, or {@code -} for the JDK
 * @param initialiser the class whose initialiser was running, or {@code -}
 */
record Lookup(String kind, String name, String caller, String method, String initialiser) {

    /** @param folder with the record of each process */
    static Stream<Lookup> readAll(Path folder) {
        try (var files = Files.list(folder)) {
            return files.flatMap(Lookup::lines).map(Lookup::parse).distinct().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Lookup parse(String line) {
        var parts = line.split("\t", -1);
        return new Lookup(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    /** The class that is looked up, or the class of the member. */
    String type() {
        return name.split("#", 2)[0].replace('/', '.');
    }

    String describe() {
        return kind + " " + name + ", looked up by " + caller + "." + method;
    }
}
