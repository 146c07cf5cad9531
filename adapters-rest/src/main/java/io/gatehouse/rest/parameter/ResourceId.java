package io.gatehouse.rest.parameter;

import io.gatehouse.domain.ClientChosenId;
import io.gatehouse.domain.RefusedException;

/** An ID in valid form; what it identifies need not exist. */
public record ResourceId(String value) {

    /** @throws RefusedException with {@code InvalidArgument} */
    public static ResourceId parse(String name, String input) {
        return new ResourceId(ClientChosenId.parse(name, input));
    }
}
