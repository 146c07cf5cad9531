package io.gatehouse.application;

import io.gatehouse.domain.Ciphertext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Copies of a token or a ciphertext with one character changed. */
public final class Altered {

    private Altered() {}

    /** @return one copy per part that is not empty, its first character changed; parts are separated by dots */
    public static List<String> copiesOf(String text) {
        var parts = text.split("\\.", -1);
        return IntStream.range(0, parts.length)
                .filter(part -> !parts[part].isEmpty())
                .mapToObj(part -> copyOf(parts, part))
                .toList();
    }

    public static List<Ciphertext> copiesOf(Ciphertext ciphertext) {
        return copiesOf(ciphertext.value()).stream().map(Ciphertext::new).toList();
    }

    private static String copyOf(String[] parts, int part) {
        var copy = Arrays.copyOf(parts, parts.length);
        copy[part] = (copy[part].startsWith("A") ? "B" : "A") + copy[part].substring(1);
        return String.join(".", copy);
    }
}
