package io.gatehouse.domain.mfa;

import static io.gatehouse.domain.ParseAssertions.accepted;
import static io.gatehouse.domain.ParseAssertions.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.domain.Refusal.FactorIsOff;
import io.gatehouse.domain.RefusedException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactorTest {

    @Test
    void the_stored_names_of_factors_are_fixed() {
        assertThat(Stream.of(Factor.values()).map(Factor::value))
                .containsExactly("totp", "email", "phone", "recoveryCode");
    }

    @ParameterizedTest
    @EnumSource
    void a_factor_is_parsed_from_its_name(Factor factor) {
        assertThat(accepted(Factor::parse, factor.value())).isEqualTo(factor);
    }

    @Test
    void a_factor_is_parsed_in_any_letter_case() {
        assertThat(accepted(Factor::parse, "TOTP")).isEqualTo(Factor.TOTP);
        assertThat(accepted(Factor::parse, "recoverycode")).isEqualTo(Factor.RECOVERY_CODE);
        assertThat(accepted(Factor::parse, "RecoveryCode")).isEqualTo(Factor.RECOVERY_CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " totp", "totp ", "sms", "recovery_code", "RECOVERY_CODE", "password", "customs"})
    void other_names_are_refused(String input) {
        refused(Factor::parse, input);
    }

    @ParameterizedTest
    @ValueSource(strings = {"custom", "Custom", "CUSTOM"})
    void the_custom_factor_is_refused_as_switched_off(String input) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Factor.parse("factor", input))
                .extracting(RefusedException::refusal)
                .isEqualTo(new FactorIsOff("custom"));
    }
}
