package io.gatehouse.domain.account;

import static io.gatehouse.domain.ParseAssertions.accepted;
import static io.gatehouse.domain.ParseAssertions.refused;

import org.junit.jupiter.api.Test;

class PasswordStrengthTest {

    private static final PasswordStrength UPPERCASE = new PasswordStrength(8, true, false, false, false);
    private static final PasswordStrength LOWERCASE = new PasswordStrength(8, false, true, false, false);
    private static final PasswordStrength NUMBER = new PasswordStrength(8, false, false, true, false);
    private static final PasswordStrength SYMBOLS = new PasswordStrength(8, false, false, false, true);

    @Test
    void the_minimum_strength_accepts_every_password() {
        demanding(PasswordStrength.MINIMUM).suffices("        ");
    }

    @Test
    void the_minimum_length_is_counted_in_bytes() {
        demanding(new PasswordStrength(12, false, false, false, false))
                .suffices("abcdefghijkl")
                .suffices("🔑🔑🔑")
                .lacksSomething("abcdefghijk")
                .lacksSomething("🔑🔑abc");
    }

    @Test
    void upper_and_lower_case_letters_of_every_script_count() {
        demanding(UPPERCASE).suffices("passwOrd").suffices("passwÖrd").lacksSomething("passw0rd!");
        demanding(LOWERCASE).suffices("PASSWoRD").suffices("ПАРОЛь").lacksSomething("PASSW0RD!");
    }

    @Test
    void a_digit_counts_as_the_required_number() {
        demanding(NUMBER).suffices("passw0rd").lacksSomething("password");
    }

    @Test
    void a_required_symbol_is_neither_letter_nor_digit_nor_space() {
        demanding(SYMBOLS)
                .suffices("password!")
                .suffices("pass_word")
                .suffices("password🔑")
                .lacksSomething("pass word 1")
                .lacksSomething("pässword");
    }

    @Test
    void every_required_kind_of_character_has_to_occur() {
        demanding(new PasswordStrength(8, true, true, true, true))
                .suffices("Passw0rd!")
                .lacksSomething("passw0rd!")
                .lacksSomething("PASSW0RD!")
                .lacksSomething("Password!")
                .lacksSomething("Passw0rds")
                .lacksSomething("Pw0!");
    }

    private static Demand demanding(PasswordStrength strength) {
        return new Demand(strength);
    }

    private record Demand(PasswordStrength strength) {

        Demand suffices(String password) {
            accepted(this::check, password);
            return this;
        }

        Demand lacksSomething(String password) {
            refused(this::check, password);
            return this;
        }

        private PlainPassword check(String name, String input) {
            var password = new PlainPassword(input);
            strength.require(name, password);
            return password;
        }
    }
}
