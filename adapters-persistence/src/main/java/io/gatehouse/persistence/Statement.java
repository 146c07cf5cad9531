package io.gatehouse.persistence;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change to make: SQL with numbered parameters, and their values. Its outcome is of no interest, only its success.
 *
 * @param recomputes what it works out anew, so that of several in one transaction only the last one counts; null if each does
 */
public record Statement(String sql, Tuple values, @Nullable Object recomputes) {

    public static Statement of(String sql, @Nullable Object... values) {
        return new Statement(sql, Tuple.wrap(values), null);
    }

    /** Works something out from the rows as they are then, and leaves nothing of what was there before. */
    public static Statement recomputing(String sql, String... values) {
        return new Statement(sql, Tuple.wrap((Object[]) values), List.of(sql, List.of(values)));
    }
}
