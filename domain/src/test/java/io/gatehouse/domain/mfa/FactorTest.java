package io.gatehouse.domain.mfa;

import static io.gatehouse.domain.Typed.accepted;
import static io.gatehouse.domain.Typed.refused;
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
    void sessions_list_factors_by_names_that_never_change() {
        assertThat(Stream.of(Factor.values()).map(Factor::value))
                .containsExactly("totp", "email", "phone", "recoveryCode");
    }

    @ParameterizedTest
    @EnumSource
    void a_factor_goes_by_its_name(Factor factor) {
        assertThat(accepted(Factor::parse, factor.value())).isEqualTo(factor);
    }

    @Test
    void a_factor_goes_by_its_name_in_any_letter_case() {
        assertThat(accepted(Factor::parse, "TOTP")).isEqualTo(Factor.TOTP);
        assertThat(accepted(Factor::parse, "recoverycode")).isEqualTo(Factor.RECOVERY_CODE);
        assertThat(accepted(Factor::parse, "RecoveryCode")).isEqualTo(Factor.RECOVERY_CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " totp", "totp ", "sms", "recovery_code", "RECOVERY_CODE", "password", "customs"})
    void what_goes_by_another_name_is_no_factor(String typed) {
        refused(Factor::parse, typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"custom", "Custom", "CUSTOM"})
    void the_factor_that_projects_deliver_themselves_is_known_but_off(String typed) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Factor.parse("factor", typed))
                .extracting(RefusedException::refusal)
                .isEqualTo(new FactorIsOff("custom"));
    }
}
