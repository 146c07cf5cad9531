package io.gatehouse.rest.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Collects the names and values of a form. Brackets in names denote lists and maps, as in PHP: {@code queries[]=a},
 * {@code queries[0]=a}, {@code filter[name]=a}.
 */
final class FormFields {

    /** PHP's {@code max_input_vars}; further pairs are ignored. */
    static final int MAX_FIELDS = 1_000;

    /** A name followed by 1 to 16 pairs of brackets, which bounds the nesting. */
    private static final Pattern BRACKETED = Pattern.compile("([^\\[]+)((?:\\[[^\\[\\]]*]){1,16})");

    private static final Pattern INDEX = Pattern.compile("\\d+");

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private int count;

    void add(String name, String value) {
        if (count++ >= MAX_FIELDS) {
            return;
        }
        var bracketed = BRACKETED.matcher(name);
        if (bracketed.matches()) {
            var brackets = bracketed.group(2);
            putNested(
                    bracketed.group(1),
                    brackets.substring(1, brackets.length() - 1).split("]\\[", -1),
                    value);
        } else {
            root.put(name, value);
        }
    }

    private void putNested(String name, String[] keys, String value) {
        var node = root;
        var field = name;
        for (var key : keys) {
            node = node.get(field) instanceof ObjectNode branch ? branch : node.putObject(field);
            field = key.isEmpty() ? nextIndex(node) : key;
        }
        node.put(field, value);
    }

    private static String nextIndex(ObjectNode list) {
        var index = list.size();
        while (list.has(Integer.toString(index))) {
            index++;
        }
        return Integer.toString(index);
    }

    Parameters toParameters() {
        convertLists(root);
        return new Parameters(root);
    }

    private static void convertLists(ObjectNode branch) {
        branch.properties().forEach(entry -> entry.setValue(converted(entry.getValue())));
    }

    /** Objects whose keys are all numbers become lists. */
    private static JsonNode converted(JsonNode value) {
        if (!(value instanceof ObjectNode branch)) {
            return value;
        }
        convertLists(branch);
        var list = branch.properties().stream()
                .allMatch(entry -> INDEX.matcher(entry.getKey()).matches());
        return list
                ? JsonNodeFactory.instance
                        .arrayNode()
                        .addAll(branch.valueStream().toList())
                : branch;
    }
}
