package io.gatehouse.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.Refusals;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.project.Policies.Passwords;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.InvalidArgument;
import io.gatehouse.domain.account.PasswordStrength;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordPolicyTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final PasswordPolicy passwordPolicy =
            new PasswordPolicy(password -> password.value().equals("password"));

    @Test
    void a_common_password_is_accepted_unless_the_project_refuses_it() {
        assertThat(refusalTo("password")).isEmpty();
    }

    @Test
    void a_common_password_is_refused_only_in_the_same_letter_case() {
        gatehouse.with(SamplePolicies.passwords(new Passwords(PasswordStrength.MINIMUM, true, 0, false)));
        assertThat(refusalTo("password"))
                .contains(new InvalidArgument("field", "must not be one of the most common passwords"));
        assertThat(refusalTo("Password")).isEmpty();
    }

    @Test
    void a_password_needs_the_strength_that_the_project_demands() {
        var strong = new PasswordStrength(12, false, false, true, false);
        gatehouse.with(SamplePolicies.passwords(new Passwords(strong, false, 0, false)));
        assertThat(refusalTo("passw0rd")).contains(new InvalidArgument("field", "must be at least 12 bytes long"));
        assertThat(refusalTo("password password")).contains(new InvalidArgument("field", "must contain a digit"));
        assertThat(refusalTo("passw0rd password")).isEmpty();
    }

    @Test
    void the_rules_apply_to_the_composed_form_of_a_password() {
        var symbols = new PasswordStrength(8, false, false, false, true);
        gatehouse.with(SamplePolicies.passwords(new Passwords(symbols, false, 0, false)));
        assertThat(refusalTo("cafe\u0301cafe\u0301"))
                .contains(new InvalidArgument("field", "must contain a symbol: neither letter nor digit nor space"));
        assertThat(refusalTo("cafe\u0301!cafe\u0301")).isEmpty();
    }

    @Test
    void the_minimum_length_is_checked_before_the_rules_of_the_project() {
        gatehouse.with(SamplePolicies.passwords(
                new Passwords(new PasswordStrength(12, true, true, true, true), true, 0, false)));
        assertThat(refusalTo("short")).contains(new InvalidArgument("field", "must be between 8 and 256 bytes long"));
    }

    private Optional<Refusal> refusalTo(String input) {
        return Refusals.refusalOf(() -> passwordPolicy.accept(gatehouse.project(), "field", input));
    }
}
