package io.gatehouse.rest.parameter;

import io.gatehouse.application.Ids;
import io.gatehouse.domain.ClientChosenId;
import io.gatehouse.domain.RefusedException;

/** The ID for a new resource as chosen by the client, or {@code unique()} to have one generated. */
public record NewId(String value) {

    private static final String ANY = "unique()";

    /** @throws RefusedException with {@code InvalidArgument} */
    public static NewId parse(String name, String input) {
        return new NewId(input.equals(ANY) ? ANY : ClientChosenId.parse(name, input));
    }

    public String or(Ids ids) {
        return value.equals(ANY) ? ids.next() : value;
    }
}
