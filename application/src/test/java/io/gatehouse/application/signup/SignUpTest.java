package io.gatehouse.application.signup;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.project.EmailRules;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.project.Policies.Passwords;
import io.gatehouse.domain.Refusal.EmailIsFree;
import io.gatehouse.domain.Refusal.PasswordHasPersonalData;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.Refusal.UserCountExceeded;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordStrength;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetId;
import org.junit.jupiter.api.Test;

class SignUpTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();

    @Test
    void a_sign_up_returns_the_account_as_it_is_read_afterwards() {
        var answer = gatehouse.signUp("alice");
        assertThat(answer).isEqualTo(gatehouse.view(id("alice")));
        assertThat(answer.targets()).hasSize(1);
    }

    @Test
    void the_password_is_stored_as_a_hash() {
        gatehouse.signUp("alice");
        var known = gatehouse
                .accounts()
                .findByEmail(id("alice").project(), address("alice"))
                .orElseThrow();
        assertThat(known.id()).isEqualTo(id("alice"));
        assertThat(gatehouse.hasher().matches(PASSWORD, known.password())).isTrue();
    }

    @Test
    void a_sign_up_leaves_one_log_entry_and_opens_no_session() {
        gatehouse.signUp("alice");
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactly("user.create");
        assertThat(gatehouse.sessions().of(id("alice"), NOON)).isEmpty();
    }

    @Test
    void a_taken_id_is_refused() {
        gatehouse.signUp("alice");
        var before = gatehouse.events();
        assertThat(refusalOf(() -> gatehouse.signUp(id("alice"), address("bob"))))
                .contains(new UserAlreadyExists());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void a_taken_address_is_refused() {
        gatehouse.signUp("alice");
        var before = gatehouse.events();
        assertThat(refusalOf(() -> gatehouse.signUp(id("bob"), address("alice"))))
                .contains(new UserAlreadyExists());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void an_account_gets_no_email_target_if_another_target_has_its_address() {
        gatehouse.signUp("bob");
        var push = new TargetId(id("bob").project(), "push");
        gatehouse.append(new TargetCreated(id("bob"), push, "push", new Identifier("alice@example.com"), NOON));
        var answer = gatehouse.signUp("alice");
        assertThat(answer.targets()).isEmpty();
        assertThat(answer).isEqualTo(gatehouse.view(id("alice")));
    }

    @Test
    void a_sign_up_to_a_full_project_is_refused() {
        gatehouse.with(SamplePolicies.userLimit(2));
        gatehouse.signUp("alice");
        gatehouse.signUp("bob");
        assertThat(refusalOf(() -> gatehouse.signUp("carol"))).contains(new UserCountExceeded());
        gatehouse.with(SamplePolicies.userLimit(3));
        assertThat(refusalOf(() -> gatehouse.signUp("carol"))).isEmpty();
    }

    @Test
    void a_password_with_personal_data_is_refused_if_the_project_demands_it() {
        var poor = new PlainPassword("Alice in wonderland");
        assertThat(refusalOf(() -> gatehouse.signUp(id("alice"), address("a"), poor)))
                .isEmpty();
        gatehouse.with(SamplePolicies.refusingPersonalData());
        assertThat(refusalOf(() -> gatehouse.signUp(id("bob"), address("alice"), poor)))
                .contains(new PasswordHasPersonalData());
    }

    @Test
    void a_sign_up_is_refused_for_a_full_project_then_the_password_then_the_address_then_a_taken_id() {
        var poor = new PlainPassword("alice in wonderland");
        var free = new EmailAddress("alice@gmail.com");
        gatehouse.signUp(id("alice"), free);
        gatehouse.with(demanding(1, true, true));
        assertThat(refusalOf(() -> gatehouse.signUp(id("alice"), free, poor))).contains(new UserCountExceeded());
        gatehouse.with(demanding(0, true, true));
        assertThat(refusalOf(() -> gatehouse.signUp(id("alice"), free, poor))).contains(new PasswordHasPersonalData());
        gatehouse.with(demanding(0, false, true));
        assertThat(refusalOf(() -> gatehouse.signUp(id("alice"), free, poor))).contains(new EmailIsFree());
        gatehouse.with(demanding(0, false, false));
        assertThat(refusalOf(() -> gatehouse.signUp(id("alice"), free, poor))).contains(new UserAlreadyExists());
    }

    @Test
    void the_first_password_is_added_to_the_history_if_the_project_keeps_one() {
        gatehouse.signUp("alice");
        gatehouse.with(SamplePolicies.passwordHistory(3));
        gatehouse.signUp("bob");
        assertThat(gatehouse.accounts().credentials(id("alice")).orElseThrow().remembered())
                .isEmpty();
        assertThat(gatehouse.accounts().credentials(id("bob")).orElseThrow().remembered())
                .hasSize(1);
    }

    private static Policies demanding(int atMostUsers, boolean noPersonalData, boolean noFree) {
        var passwords = new Passwords(PasswordStrength.MINIMUM, false, 0, noPersonalData);
        var emails = new EmailRules(false, false, noFree, false);
        return SamplePolicies.of(passwords, atMostUsers, emails);
    }
}
