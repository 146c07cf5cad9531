package io.gatehouse.nativecheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the configuration files of Quarkus and of the libraries tell the native compiler. */
final class Metadata {

    /** Per class: the flags and the names of its members that are registered. */
    private final Map<String, Set<String>> members = new HashMap<>();

    private final Set<Pattern> resources = new HashSet<>();

    void addReflection(JsonNode classes) {
        for (var type : classes) {
            var registered = members.computeIfAbsent(type.path("name").asText(), _ -> new HashSet<>());
            type.properties().stream()
                    .filter(flag -> flag.getValue().asBoolean())
                    .forEach(flag -> registered.add(flag.getKey()));
            Stream.of("methods", "fields").forEach(kind -> type.path(kind)
                    .forEach(member -> registered.add(member.path("name").asText())));
        }
    }

    void addResources(JsonNode config) {
        config.path("resources")
                .path("includes")
                .forEach(include ->
                        resources.add(Pattern.compile(include.path("pattern").asText())));
        config.path("bundles")
                .forEach(bundle -> resources.add(Pattern.compile(
                        Pattern.quote(bundle.path("name").asText().replace('.', '/')) + "(_\\w+)?\\.properties")));
    }

    boolean covers(Lookup lookup) {
        return switch (lookup.kind()) {
            case "resource" ->
                resources.stream()
                        .anyMatch(pattern -> pattern.matcher(lookup.name()).matches());
            case "constructor" -> hasMember(lookup, "allDeclaredConstructors", "allPublicConstructors");
            case "method" -> hasMember(lookup, "allDeclaredMethods", "allPublicMethods");
            case "field" -> hasMember(lookup, "allDeclaredFields", "allPublicFields");
            case "record" -> hasMember(lookup, "allDeclaredMethods", "allDeclaredFields");
            default -> members.containsKey(lookup.type());
        };
    }

    private boolean hasMember(Lookup lookup, String... flags) {
        var registered = members.getOrDefault(lookup.type(), Set.of());
        return Stream.of(flags).anyMatch(registered::contains)
                || registered.contains(lookup.name().substring(lookup.name().indexOf('#') + 1));
    }
}
