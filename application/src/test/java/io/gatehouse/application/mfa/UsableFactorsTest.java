package io.gatehouse.application.mfa;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.project.Policies.Factors;
import io.gatehouse.application.token.Requests;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneVerified;
import io.gatehouse.domain.mfa.Factor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsableFactorsTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final SecondFactors factors = new SecondFactors(gatehouse);

    @BeforeEach
    void alice_is_here() {
        gatehouse.signUp("alice");
    }

    @Test
    void nothing_is_usable_before_it_is_verified() {
        factors.begin("alice");
        gatehouse.happened(new PhoneChanged(id("alice"), Requests.PHONE, NOON));
        assertThat(usable()).isEqualTo(new UsableFactors(false, false, false, false));
    }

    @Test
    void each_factor_is_usable_for_itself_whether_two_are_wanted_or_not() {
        factors.enrol("alice");
        assertThat(usable()).isEqualTo(new UsableFactors(true, false, false, false));
        gatehouse.happened(new PhoneChanged(id("alice"), Requests.PHONE, NOON));
        gatehouse.happened(new PhoneVerified(id("alice"), NOON));
        assertThat(usable()).isEqualTo(new UsableFactors(true, true, false, false));
        gatehouse.happened(new EmailVerified(id("alice"), NOON));
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
    void what_the_project_does_not_offer_is_of_no_use_but_recovery_codes_are() {
        factors.enrol("alice");
        factors.recoveryCodes("alice");
        gatehouse.happened(new PhoneChanged(id("alice"), Requests.PHONE, NOON));
        gatehouse.happened(new PhoneVerified(id("alice"), NOON));
        gatehouse.happened(new EmailVerified(id("alice"), NOON));
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
