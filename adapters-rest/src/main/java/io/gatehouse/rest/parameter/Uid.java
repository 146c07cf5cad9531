package io.gatehouse.rest.parameter;

import io.gatehouse.domain.ClientChosenId;
import io.gatehouse.domain.RefusedException;

/** The ID of something there may be. */
public record Uid(String value) {

    /** @throws RefusedException with {@code InvalidArgument} */
    public static Uid parse(String name, String typed) {
        return new Uid(ClientChosenId.parse(name, typed));
    }
}
