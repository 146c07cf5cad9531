package io.gatehouse.persistence;

import java.util.List;

/**
 * A table that can be rebuilt from the log.
 *
 * @param table its name in the schema {@code public}
 * @param key the columns of its primary key, in the key's order
 */
public record View(String table, List<String> key) {

    public View(String table, String... key) {
        this(table, List.of(key));
    }
}
