package io.gatehouse.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads codes that people copy from a message, an app or a list: six decimal digits, or a recovery code of ten
 * hexadecimal digits.
 */
public final class TypedCode {

    /** The length of codes in messages and apps, as the API documents. */
    private static final int DIGITS = 6;

    /** The length of recovery codes, as the API documents. */
    private static final int HEX_DIGITS = 10;

    /** Ten digits. */
    private static final long LARGEST_NUMBER = 9_999_999_999L;

    /** Characters: enough for ten digits in any notation that JSON writers use. */
    private static final int LONGEST_NUMBER = 32;

    /** HANGUL CHOSEONG FILLER and JUNGSEONG FILLER: letters to Unicode, but invisible. */
    private static final String INVISIBLE_LETTERS = "\u115F\u1160\u3164\uFFA0";

    private TypedCode() {}

    /**
     * Reduces a code to its digits in ASCII. Separators, punctuation and invisible characters are removed, digits of
     * all scripts are accepted, and recovery codes become lower-case.
     *
     * @param input what a client sent as a code or as the secret of a link
     * @return the code; the input unchanged if it is not a code, in particular a secret of a link
     */
    public static String normalise(String input) {
        var characters = input.codePoints().filter(TypedCode::isWritten).toArray();
        return switch (characters.length) {
            case DIGITS -> digits(input, characters, 10);
            case HEX_DIGITS -> digits(input, characters, 16);
            default -> input;
        };
    }

    /**
     * Completes a code that was sent as a number, which has no leading zeros.
     *
     * @param json any JSON value
     * @return six digits, or ten if more than six are needed; empty for anything but a whole number of ten digits or
     *     fewer that is not negative
     */
    public static Optional<String> ofNumber(String json) {
        try {
            var number = json.length() <= LONGEST_NUMBER ? new BigDecimal(json).longValueExact() : -1;
            return number < 0 || number > LARGEST_NUMBER ? Optional.empty() : Optional.of(padded(number));
        } catch (ArithmeticException | NumberFormatException noWholeNumber) {
            return Optional.empty();
        }
    }

    private static String padded(long number) {
        var digits = Long.toString(number);
        var length = digits.length() <= DIGITS ? DIGITS : HEX_DIGITS;
        return "0".repeat(length - digits.length()) + digits;
    }

    private static String digits(String input, int[] characters, int radix) {
        var digits = new StringBuilder();
        for (var character : characters) {
            var digit = Character.digit(character, radix);
            if (digit < 0) {
                return input;
            }
            digits.append(Character.forDigit(digit, radix));
        }
        return digits.toString();
    }

    /** Whether it is a letter, a digit or another visible character with a meaning of its own. */
    private static boolean isWritten(int character) {
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER -> INVISIBLE_LETTERS.indexOf(character) < 0;
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }
}
