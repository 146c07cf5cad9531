package io.gatehouse.rest.parameter;

import io.gatehouse.application.Ids;
import io.gatehouse.domain.ClientChosenId;
import io.gatehouse.domain.RefusedException;

/** The ID somebody wants for something new, or {@code unique()} if any will do. */
public record NewId(String value) {

    private static final String ANY = "unique()";

    /** @throws RefusedException with {@code InvalidArgument} */
    public static NewId parse(String name, String typed) {
        return new NewId(typed.equals(ANY) ? ANY : ClientChosenId.parse(name, typed));
    }

    public String or(Ids ids) {
        return value.equals(ANY) ? ids.next() : value;
    }
}
