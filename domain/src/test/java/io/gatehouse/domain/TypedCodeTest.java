package io.gatehouse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "012345",
                " 012345 ",
                "012 345",
                "012\n345\r\n",
                "\t012345",
                "012-345",
                "012\u2013345",
                "012\u2212345",
                "012\u00A0345",
                "012\u2009345",
                "012\u202F345",
                "012\u00AD345",
                "\u200B0\u200C1\u200D2\u20603\uFEFF45",
                "\u202A012345\u202C",
                "\u2066012345\u2069",
                "012\u3164345",
                "0\uFE0F\u20E31\uFE0F\u20E32\uFE0F\u20E33\uFE0F\u20E34\uFE0F\u20E35\uFE0F\u20E3",
                "012.345",
                "\"012345\".",
                "\uFF10\uFF11\uFF12\uFF13\uFF14\uFF15",
                "\u0660\u0661\u0662\u0663\u0664\u0665",
                "\u06F0\u06F1\u06F2 \u06F3\u06F4\u06F5",
                "\u0966\u0967\u0968\u0969\u096A\u096B",
                "\uD835\uDFCE\uD835\uDFCF\uD835\uDFD0345"
            })
    void six_digits_are_a_code_in_every_script_and_with_every_separator(String typed) {
        assertThat(TypedCode.normalise(typed)).isEqualTo("012345");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0a1b2c3d4e",
                "0A1B2C3D4E",
                "0a1b2 c3d4e",
                "0A1B2-C3D4E ",
                "0a 1b 2c 3d 4e\n",
                "\uFF10\uFF21\uFF11\uFF22\uFF12\uFF23\uFF13\uFF24\uFF14\uFF25",
                "\u0660a\u0661b\u0662c\u0663d\u0664e"
            })
    void ten_hexadecimal_digits_are_a_recovery_code_in_either_letter_case(String typed) {
        assertThat(TypedCode.normalise(typed)).isEqualTo("0a1b2c3d4e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345",
                "1234567",
                " 12345",
                "12345a",
                "12345\u00B2",
                "12345\u4E09",
                "0A1B2C3D4",
                "0A1B2C3D4G",
                "AB CD",
                "   ",
                "A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4A4 "
            })
    void everything_else_is_left_as_it_is(String secret) {
        assertThat(TypedCode.normalise(secret)).isEqualTo(secret);
    }

    @ParameterizedTest
    @CsvSource({
        "123456, 123456",
        "12345, 012345",
        "5, 000005",
        "0, 000000",
        "123456.0, 123456",
        "1.23456e5, 123456",
        "1234567, 0001234567",
        "1234567890, 1234567890"
    })
    void the_leading_zeros_of_a_number_are_restored(String number, String code) {
        assertThat(TypedCode.ofNumber(number)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1.5",
                "12345678901",
                "1e9999999999",
                "1e999999999",
                "1e-999999999",
                "true",
                "null",
                "[1]",
                "{}",
                "\"123456\"",
                "000000000000000000000000000000123456"
            })
    void other_json_values_are_no_code(String json) {
        assertThat(TypedCode.ofNumber(json)).isEmpty();
    }

    @Test
    void a_code_is_normalised_only_once() {
        assertThat(TypedCode.normalise(TypedCode.normalise("\u0661 2-3 456"))).isEqualTo("123456");
    }
}
