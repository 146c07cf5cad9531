package io.gatehouse.application.password;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.account.AcceptedPasswords.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.token.TokenRequests;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.PasswordHasPersonalData;
import io.gatehouse.domain.Refusal.PasswordRecentlyUsed;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.session.SessionId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UpdatePasswordTest {

    private static final PlainPassword FIRST = new PlainPassword("first password");
    private static final PlainPassword SECOND = new PlainPassword("second password");
    private static final PlainPassword THIRD = new PlainPassword("third password");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();

    @Test
    void the_old_password_allows_a_change_and_only_the_new_one_signs_in_afterwards() {
        gatehouse.signUp("alice");
        gatehouse.advanceClock(Duration.ofHours(1));
        var answer = change(PASSWORD, FIRST, null);
        assertThat(answer).isEqualTo(gatehouse.view(id("alice")));
        assertThat(answer.passwordUpdatedAt()).isEqualTo(gatehouse.now());
        assertThat(refusalOf(() -> gatehouse.signIn("alice"))).contains(new InvalidCredentials());
        gatehouse.signIn(address("alice"), FIRST);
        assertThat(gatehouse.sessionsOf(id("alice"))).hasSize(1);
    }

    @Test
    void a_wrong_or_missing_old_password_changes_nothing() {
        gatehouse.signUp("alice");
        var before = gatehouse.events();
        assertThat(refusalToChange(SECOND, FIRST)).contains(new InvalidCredentials());
        assertThat(refusalToChange(null, FIRST)).contains(new InvalidCredentials());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void a_user_without_password_sets_the_first_one_without_an_old_one() {
        new TokenRequests(gatehouse).magicUrl("alice");
        assertThat(refusalToChange(SECOND, FIRST)).isEmpty();
        assertThat(refusalToChange(null, SECOND)).contains(new InvalidCredentials());
        assertThat(refusalToChange(FIRST, SECOND)).isEmpty();
    }

    @Test
    void the_same_password_is_accepted_if_the_project_keeps_no_history() {
        gatehouse.signUp("alice");
        assertThat(refusalToChange(PASSWORD, PASSWORD)).isEmpty();
    }

    @Test
    void passwords_in_the_history_are_refused_and_older_ones_are_accepted() {
        gatehouse.with(SamplePolicies.passwordHistory(2));
        gatehouse.signUp("alice");
        assertThat(refusalToChange(PASSWORD, PASSWORD)).contains(new PasswordRecentlyUsed());
        change(PASSWORD, FIRST, null);
        assertThat(refusalToChange(FIRST, PASSWORD)).contains(new PasswordRecentlyUsed());
        change(FIRST, SECOND, null);
        assertThat(refusalToChange(SECOND, FIRST)).contains(new PasswordRecentlyUsed());
        assertThat(refusalToChange(SECOND, PASSWORD)).isEmpty();
        assertThat(gatehouse.accounts().credentials(id("alice")).orElseThrow().remembered())
                .hasSize(2);
    }

    @Test
    void a_shortened_history_refuses_fewer_passwords() {
        gatehouse.with(SamplePolicies.passwordHistory(3));
        gatehouse.signUp("alice");
        change(PASSWORD, FIRST, null);
        change(FIRST, SECOND, null);
        gatehouse.with(SamplePolicies.passwordHistory(1));
        assertThat(refusalToChange(SECOND, SECOND)).contains(new PasswordRecentlyUsed());
        assertThat(refusalToChange(SECOND, FIRST)).isEmpty();
    }

    @Test
    void a_password_used_while_there_was_no_history_is_accepted_again() {
        gatehouse.signUp("alice");
        gatehouse.with(SamplePolicies.passwordHistory(3));
        assertThat(refusalToChange(PASSWORD, PASSWORD)).isEmpty();
        assertThat(refusalToChange(PASSWORD, PASSWORD)).contains(new PasswordRecentlyUsed());
        gatehouse.with(Policies.DEFAULT);
        assertThat(refusalToChange(PASSWORD, PASSWORD)).isEmpty();
    }

    @Test
    void a_password_with_personal_data_is_refused_if_the_project_demands_it() {
        gatehouse.signUp("alice");
        gatehouse.with(SamplePolicies.refusingPersonalData());
        assertThat(refusalToChange(PASSWORD, new PlainPassword("Alice in wonderland")))
                .contains(new PasswordHasPersonalData());
        assertThat(refusalToChange(PASSWORD, THIRD)).isEmpty();
    }

    @Test
    void a_new_password_ends_all_sessions_except_that_of_the_request() {
        gatehouse.signUp("alice");
        gatehouse.signUp("bob");
        gatehouse.signIn("bob");
        gatehouse.signIn("alice");
        var current = gatehouse.signIn("alice").session();
        gatehouse.signIn("alice");
        change(PASSWORD, FIRST, current.id());
        assertThat(gatehouse.sessionsOf(id("alice"))).containsExactly(current);
        assertThat(gatehouse.sessionsOf(id("bob"))).hasSize(1);
    }

    @Test
    void a_request_without_a_session_ends_no_session() {
        gatehouse.signUp("alice");
        gatehouse.signIn("alice");
        change(PASSWORD, FIRST, null);
        assertThat(gatehouse.sessionsOf(id("alice"))).hasSize(1);
    }

    @Test
    void sessions_stay_open_if_the_project_keeps_them_and_is_not_strict() {
        gatehouse.with(SamplePolicies.keepingSessionsOnPasswordChange());
        gatehouse.signUp("alice");
        gatehouse.signIn("alice");
        var current = gatehouse.signIn("alice").session();
        change(PASSWORD, FIRST, current.id());
        assertThat(gatehouse.sessionsOf(id("alice"))).hasSize(2);
        gatehouse.with(SamplePolicies.strict(SamplePolicies.keepingSessionsOnPasswordChange()));
        change(FIRST, SECOND, current.id());
        assertThat(gatehouse.sessionsOf(id("alice"))).containsExactly(current);
    }

    @Test
    void a_new_password_leaves_one_log_entry_even_if_sessions_end() {
        gatehouse.signUp("alice");
        var current = gatehouse.signIn("alice").session();
        gatehouse.signIn("alice");
        gatehouse.advanceClock(Duration.ofHours(1));
        change(PASSWORD, FIRST, current.id());
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .filteredOn(entry -> entry.time().isAfter(NOON))
                .extracting(LogEntry::event)
                .containsExactly("user.update");
    }

    private Optional<Refusal> refusalToChange(@Nullable PlainPassword old, PlainPassword to) {
        return refusalOf(() -> change(old, to, null));
    }

    private AccountView change(@Nullable PlainPassword old, PlainPassword to, @Nullable SessionId current) {
        var updatePassword = new UpdatePassword(
                gatehouse.accounts(),
                gatehouse.passwordVerification(),
                gatehouse.securityNotices(),
                gatehouse.store(),
                gatehouse.clock());
        var alice = gatehouse.view(id("alice"));
        return updatePassword.handle(
                new UpdatePassword.Command(alice, accepted(to), old, current), gatehouse.context());
    }
}
