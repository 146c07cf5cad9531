package io.gatehouse.domain.account;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import java.util.function.IntPredicate;

/**
 * The strength that a project requires of new passwords.
 *
 * @param shortest minimum length in bytes of UTF-8; 8 to 256
 */
public record PasswordStrength(int shortest, boolean uppercase, boolean lowercase, boolean number, boolean symbols) {

    /** The minimum: 8 bytes, no character classes. */
    public static final PasswordStrength MINIMUM = new PasswordStrength(8, false, false, false, false);

    /** @throws RefusedException with {@code InvalidArgument} that names the first rule broken */
    public void require(String name, PlainPassword password) {
        requireMet(password.bytes() >= shortest, name, "must be at least " + shortest + " bytes long");
        requireMet(!uppercase || has(password, Character::isUpperCase), name, "must contain an upper-case letter");
        requireMet(!lowercase || has(password, Character::isLowerCase), name, "must contain a lower-case letter");
        requireMet(!number || has(password, Character::isDigit), name, "must contain a digit");
        requireMet(
                !symbols || has(password, PasswordStrength::isSymbol),
                name,
                "must contain a symbol: neither letter nor digit nor space");
    }

    private static void requireMet(boolean met, String name, String rule) {
        if (!met) {
            throw TextRules.invalid(name, rule);
        }
    }

    private static boolean has(PlainPassword password, IntPredicate kind) {
        return password.value().codePoints().anyMatch(kind);
    }

    private static boolean isSymbol(int character) {
        return !Character.isLetterOrDigit(character) && !Character.isWhitespace(character);
    }
}
