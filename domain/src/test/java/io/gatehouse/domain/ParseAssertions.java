package io.gatehouse.domain;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.domain.Refusal.InvalidArgument;
import java.util.function.BiFunction;

/** Asserts that a value type accepts or refuses input. */
public final class ParseAssertions {

    private static final String PARAMETER = "field";

    private ParseAssertions() {}

    public static <T> T accepted(BiFunction<String, String, T> parse, String input) {
        return parse.apply(PARAMETER, input);
    }

    public static void refused(BiFunction<String, String, ?> parse, String input) {
        assertThatExceptionOfType(RefusedException.class)
                .as(input)
                .isThrownBy(() -> parse.apply(PARAMETER, input))
                .extracting(RefusedException::refusal)
                .isInstanceOfSatisfying(InvalidArgument.class, ParseAssertions::namesParameterAndRule);
    }

    private static void namesParameterAndRule(InvalidArgument argument) {
        if (!argument.name().equals(PARAMETER) || !argument.rule().startsWith("must ")) {
            throw new AssertionError(argument);
        }
    }
}
