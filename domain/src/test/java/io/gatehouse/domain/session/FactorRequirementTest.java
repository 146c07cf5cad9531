package io.gatehouse.domain.session;

import static io.gatehouse.domain.session.AuthenticationFactor.EMAIL;
import static io.gatehouse.domain.session.AuthenticationFactor.PASSWORD;
import static io.gatehouse.domain.session.AuthenticationFactor.PHONE;
import static io.gatehouse.domain.session.AuthenticationFactor.TOTP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactorRequirementTest {

    @Test
    void one_factor_is_enough_without_mfa() {
        assertThat(FactorRequirement.of(false, EnumSet.of(PASSWORD, EMAIL, TOTP)))
                .isEqualTo(new FactorRequirement(1));
    }

    @Test
    void mfa_demands_two_factors_of_users_who_can_prove_two() {
        assertThat(FactorRequirement.of(true, EnumSet.of(PASSWORD, EMAIL))).isEqualTo(new FactorRequirement(2));
        assertThat(FactorRequirement.of(true, EnumSet.of(EMAIL, TOTP))).isEqualTo(new FactorRequirement(2));
        assertThat(FactorRequirement.of(true, EnumSet.of(PASSWORD, EMAIL, PHONE, TOTP)))
                .isEqualTo(new FactorRequirement(2));
    }

    @Test
    void mfa_does_not_lock_out_users_who_can_prove_one_factor_or_none() {
        for (var only : List.of(PASSWORD, EMAIL, PHONE, TOTP)) {
            assertThat(FactorRequirement.of(true, EnumSet.of(only))).isEqualTo(new FactorRequirement(1));
        }
        assertThat(FactorRequirement.of(true, Set.of())).isEqualTo(new FactorRequirement(1));
    }

    @Test
    void only_a_requirement_of_two_demands_a_second_factor() {
        assertThat(new FactorRequirement(1).demandsSecondFactor()).isFalse();
        assertThat(new FactorRequirement(2).demandsSecondFactor()).isTrue();
    }

    @Test
    void a_requirement_counts_distinct_factors() {
        var two = new FactorRequirement(2);
        assertThat(two.isMetBy(List.of(PASSWORD))).isFalse();
        assertThat(two.isMetBy(List.of(PASSWORD, PASSWORD))).isFalse();
        assertThat(two.isMetBy(List.of(PASSWORD, TOTP))).isTrue();
        assertThat(two.isMetBy(List.of(PASSWORD, TOTP, EMAIL))).isTrue();
        assertThat(new FactorRequirement(1).isMetBy(List.of())).isFalse();
    }

    @Test
    void each_factor_is_read_back_by_its_name() {
        assertThat(Stream.of(AuthenticationFactor.values()).map(AuthenticationFactor::value))
                .containsExactly("password", "anonymous", "email", "phone", "totp", "recoveryCode");
        assertThat(Stream.of(AuthenticationFactor.values())
                        .map(AuthenticationFactor::value)
                        .map(AuthenticationFactor::of))
                .containsExactly(AuthenticationFactor.values());
        assertThatIllegalArgumentException().isThrownBy(() -> AuthenticationFactor.of("smell"));
    }
}
