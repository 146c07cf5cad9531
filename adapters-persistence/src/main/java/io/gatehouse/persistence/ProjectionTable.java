package io.gatehouse.persistence;

import java.util.List;

/**
 * A table that answers reads, and can be rebuilt from the event log.
 *
 * @param name its name in the schema {@code public}
 * @param primaryKey the columns of its primary key, in the key's order
 */
public record ProjectionTable(String name, List<String> primaryKey) {

    public ProjectionTable(String name, String... primaryKey) {
        this(name, List.of(primaryKey));
    }
}
