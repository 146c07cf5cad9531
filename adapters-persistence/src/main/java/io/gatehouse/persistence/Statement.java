package io.gatehouse.persistence;

import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/** A change to make: SQL with numbered parameters, and their values. Its outcome is of no interest, only its success. */
public record Statement(String sql, Tuple values) {

    public static Statement of(String sql, @Nullable Object... values) {
        return new Statement(sql, Tuple.wrap(values));
    }
}
