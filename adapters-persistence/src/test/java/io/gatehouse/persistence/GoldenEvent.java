package io.gatehouse.persistence;

import java.util.List;
import java.util.Set;

/**
 * An event as the log holds it, from the golden file {@code golden/events.txt}.
 *
 * @param tags the streams it belongs to, as table {@code event_tag} spells them
 * @param json exactly as the codec writes it
 */
public record GoldenEvent(String type, Set<String> tags, String json) {

    private static final String NO_TAGS = "-";

    public GoldenEvent {
        tags = Set.copyOf(tags);
    }

    /** @return in the order of the file */
    public static List<GoldenEvent> all() {
        return TestResources.lines("/golden/events.txt").stream()
                .map(GoldenEvent::parse)
                .toList();
    }

    private static GoldenEvent parse(String line) {
        var parts = line.split(" ", 3);
        var tags = parts[1].equals(NO_TAGS) ? Set.<String>of() : Set.of(parts[1].split(","));
        return new GoldenEvent(parts[0], tags, parts[2]);
    }
}
