package io.gatehouse.rest.parameter;

import io.gatehouse.domain.ClientChosenId;
import io.gatehouse.domain.RefusedException;

/** An ID in valid form; what it identifies need not exist. */
public record Uid(String value) {

    /** @throws RefusedException with {@code InvalidArgument} */
    public static Uid parse(String name, String input) {
        return new Uid(ClientChosenId.parse(name, input));
    }
}
