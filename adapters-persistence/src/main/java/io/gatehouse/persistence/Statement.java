package io.gatehouse.persistence;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An SQL statement with numbered parameters and their values. Its result is ignored.
 *
 * @param recomputes key of a recomputation: of equal keys in one transaction only the last is sent; null otherwise
 */
public record Statement(String sql, Tuple values, @Nullable Object recomputes) {

    public static Statement of(String sql, @Nullable Object... values) {
        return new Statement(sql, Tuple.wrap(values), null);
    }

    /** A statement that computes columns from current rows only, so that running it once, last, is enough. */
    public static Statement recomputing(String sql, String... values) {
        return new Statement(sql, Tuple.wrap((Object[]) values), List.of(sql, List.of(values)));
    }
}
