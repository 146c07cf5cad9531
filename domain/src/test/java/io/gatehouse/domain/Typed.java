package io.gatehouse.domain;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.domain.Refusal.InvalidArgument;
import java.util.function.BiFunction;

/** What a caller typed, and what a value type thinks of it. */
public final class Typed {

    private static final String PARAMETER = "field";

    private Typed() {}

    public static <T> T accepted(BiFunction<String, String, T> parse, String typed) {
        return parse.apply(PARAMETER, typed);
    }

    public static void refused(BiFunction<String, String, ?> parse, String typed) {
        assertThatExceptionOfType(RefusedException.class)
                .as(typed)
                .isThrownBy(() -> parse.apply(PARAMETER, typed))
                .extracting(RefusedException::refusal)
                .isInstanceOfSatisfying(InvalidArgument.class, Typed::tellsWhich);
    }

    private static void tellsWhich(InvalidArgument argument) {
        if (!argument.name().equals(PARAMETER) || !argument.rule().startsWith("must ")) {
            throw new AssertionError(argument);
        }
    }
}
