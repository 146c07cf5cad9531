package io.gatehouse.application.mfa;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.project.Policies.Factors;
import io.gatehouse.application.token.TokenRequests;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneVerified;
import io.gatehouse.domain.mfa.Factor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsableFactorsTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final MfaRequests factors = new MfaRequests(gatehouse);

    @BeforeEach
    void sign_up_alice() {
        gatehouse.signUp("alice");
    }

    @Test
    void unverified_factors_are_not_usable() {
        factors.begin("alice");
        gatehouse.append(new PhoneChanged(id("alice"), TokenRequests.PHONE, NOON));
        assertThat(usable()).isEqualTo(new UsableFactors(false, false, false, false));
    }

    @Test
    void each_verified_factor_is_usable_even_without_mfa() {
        factors.enrol("alice");
        assertThat(usable()).isEqualTo(new UsableFactors(true, false, false, false));
        gatehouse.append(new PhoneChanged(id("alice"), TokenRequests.PHONE, NOON));
        gatehouse.append(new PhoneVerified(id("alice"), NOON));
        assertThat(usable()).isEqualTo(new UsableFactors(true, true, false, false));
        gatehouse.append(new EmailVerified(id("alice"), NOON));
        assertThat(usable()).isEqualTo(new UsableFactors(true, true, true, false));
        factors.recoveryCodes("alice");
        assertThat(usable()).isEqualTo(new UsableFactors(true, true, true, true));
    }

    @Test
    void recovery_codes_are_usable_until_the_last_is_spent() {
        var session = gatehouse.signIn("alice").session();
        var codes = factors.recoveryCodes("alice");
        codes.subList(0, 5).forEach(code -> factors.prove(session, Factor.RECOVERY_CODE, code));
        assertThat(usable().recoveryCode()).isTrue();
        factors.prove(session, Factor.RECOVERY_CODE, codes.getLast());
        assertThat(usable().recoveryCode()).isFalse();
    }

    @Test
    void factors_switched_off_in_the_project_are_not_usable_except_recovery_codes() {
        factors.enrol("alice");
        factors.recoveryCodes("alice");
        gatehouse.append(new PhoneChanged(id("alice"), TokenRequests.PHONE, NOON));
        gatehouse.append(new PhoneVerified(id("alice"), NOON));
        gatehouse.append(new EmailVerified(id("alice"), NOON));
        gatehouse.with(SamplePolicies.factors(new Factors(false, true, true)));
        assertThat(usable()).isEqualTo(new UsableFactors(false, true, true, true));
        gatehouse.with(SamplePolicies.factors(new Factors(true, false, false)));
        assertThat(usable()).isEqualTo(new UsableFactors(true, false, false, true));
    }

    private UsableFactors usable() {
        return UsableFactors.of(
                gatehouse.project(),
                gatehouse.view(id("alice")),
                gatehouse.factors().of(id("alice")));
    }
}
