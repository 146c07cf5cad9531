package io.gatehouse.rest.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Names and values as forms carry them. Brackets in names make lists and maps, as PHP reads them: {@code queries[]=a},
 * {@code queries[0]=a}, {@code filter[name]=a}.
 */
final class Pairs {

    /** PHP's {@code max_input_vars}: what comes after is left out. */
    static final int MOST = 1_000;

    /** A name and brackets behind it, few enough that a nest of them is harmless. */
    private static final Pattern BRACKETED = Pattern.compile("([^\\[]+)((?:\\[[^\\[\\]]*]){1,16})");

    private static final Pattern INDEX = Pattern.compile("\\d+");

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private int count;

    void add(String name, String value) {
        if (count++ >= MOST) {
            return;
        }
        var bracketed = BRACKETED.matcher(name);
        if (bracketed.matches()) {
            var brackets = bracketed.group(2);
            nest(
                    bracketed.group(1),
                    brackets.substring(1, brackets.length() - 1).split("]\\[", -1),
                    value);
        } else {
            root.put(name, value);
        }
    }

    private void nest(String name, String[] keys, String value) {
        var here = root;
        var last = name;
        for (var key : keys) {
            here = here.get(last) instanceof ObjectNode branch ? branch : here.putObject(last);
            last = key.isEmpty() ? next(here) : key;
        }
        here.put(last, value);
    }

    private static String next(ObjectNode list) {
        var index = list.size();
        while (list.has(Integer.toString(index))) {
            index++;
        }
        return Integer.toString(index);
    }

    Parameters toParameters() {
        settle(root);
        return new Parameters(root);
    }

    private static void settle(ObjectNode branch) {
        branch.properties().forEach(entry -> entry.setValue(settled(entry.getValue())));
    }

    /** Whoever has only numbers for keys is a list. */
    private static JsonNode settled(JsonNode value) {
        if (!(value instanceof ObjectNode branch)) {
            return value;
        }
        settle(branch);
        var list = branch.properties().stream()
                .allMatch(entry -> INDEX.matcher(entry.getKey()).matches());
        return list
                ? JsonNodeFactory.instance
                        .arrayNode()
                        .addAll(branch.valueStream().toList())
                : branch;
    }
}
