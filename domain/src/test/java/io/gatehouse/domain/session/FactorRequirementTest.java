package io.gatehouse.domain.session;

import static io.gatehouse.domain.session.AuthenticationFactor.EMAIL;
import static io.gatehouse.domain.session.AuthenticationFactor.PASSWORD;
import static io.gatehouse.domain.session.AuthenticationFactor.TOTP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactorRequirementTest {

    @Test
    void one_factor_is_enough_without_mfa() {
        assertThat(FactorRequirement.of(false, true, true, true)).isEqualTo(new FactorRequirement(1));
    }

    @Test
    void mfa_demands_two_factors_as_soon_as_there_is_a_second_one() {
        assertThat(FactorRequirement.of(true, false, false, false)).isEqualTo(new FactorRequirement(1));
        assertThat(FactorRequirement.of(true, true, false, false)).isEqualTo(new FactorRequirement(2));
        assertThat(FactorRequirement.of(true, false, true, false)).isEqualTo(new FactorRequirement(2));
        assertThat(FactorRequirement.of(true, false, false, true)).isEqualTo(new FactorRequirement(2));
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
