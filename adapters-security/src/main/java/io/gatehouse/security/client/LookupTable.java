package io.gatehouse.security.client;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.gatehouse.security.ResourceLines;
import java.util.Map;

/** A resource file of key-value pairs. Each line is a key without spaces, a space, and its value. */
final class LookupTable {

    private LookupTable() {}

    static Map<String, String> byKey(String file) {
        return ResourceLines.of(file, LookupTable.class).stream()
                .map(line -> line.split(" ", 2))
                .collect(toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }

    static Map<String, String> byValue(String file) {
        return byKey(file).entrySet().stream().collect(toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    }
}
