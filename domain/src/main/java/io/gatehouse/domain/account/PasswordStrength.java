package io.gatehouse.domain.account;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import java.util.function.IntPredicate;

/**
 * What a project wants to see in a new password.
 *
 * @param shortest bytes; 8 to 256
 */
public record PasswordStrength(int shortest, boolean uppercase, boolean lowercase, boolean number, boolean symbols) {

    /** No more than every password has to have. */
    public static final PasswordStrength MINIMUM = new PasswordStrength(8, false, false, false, false);

    /** @throws RefusedException with {@code InvalidArgument} that names the first thing missing */
    public void require(String name, PlainPassword password) {
        demand(password.bytes() >= shortest, name, "must be at least " + shortest + " bytes long");
        demand(!uppercase || has(password, Character::isUpperCase), name, "must contain an upper-case letter");
        demand(!lowercase || has(password, Character::isLowerCase), name, "must contain a lower-case letter");
        demand(!number || has(password, Character::isDigit), name, "must contain a digit");
        demand(
                !symbols || has(password, PasswordStrength::isSymbol),
                name,
                "must contain a symbol: neither letter nor digit nor space");
    }

    private static void demand(boolean met, String name, String rule) {
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
