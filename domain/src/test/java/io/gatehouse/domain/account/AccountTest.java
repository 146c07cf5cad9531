package io.gatehouse.domain.account;

import io.gatehouse.domain.Given;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.account.AccountCommand.BlockAccount;
import io.gatehouse.domain.account.AccountCommand.ChangeName;
import io.gatehouse.domain.account.AccountCommand.CreateAccount;
import io.gatehouse.domain.account.AccountCommand.NoteAccess;
import io.gatehouse.domain.account.AccountCommand.ReplacePreferences;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountEvent.PasswordRehashed;
import io.gatehouse.domain.account.AccountEvent.PreferencesReplaced;
import io.gatehouse.domain.account.AccountEvent.UserAccessed;
import io.gatehouse.domain.account.AccountEvent.UserBlocked;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final AccountId ID = new AccountId(new ProjectId("demo"), "alice");
    private static final EmailAddress EMAIL = new EmailAddress("alice@example.com");
    private static final UserName NAME = new UserName("Alice");
    private static final Preferences DARK = new Preferences("{\"theme\":\"dark\"}");
    private static final PasswordHash HASH = new PasswordHash("$argon2id$old");
    private static final PasswordHash STRONGER = new PasswordHash("$argon2id$new");

    private static final UserCreated ALICE = new UserCreated(ID, EMAIL, HASH, NAME, NOON);
    private static final UserCreated WITHOUT_PASSWORD = new UserCreated(ID, EMAIL, null, NAME, NOON);
    private static final UserBlocked BLOCKED = new UserBlocked(ID, NOON);
    private static final PasswordRehashed REHASHED = new PasswordRehashed(ID, STRONGER, NOON);

    private static final CreateAccount CREATE = new CreateAccount(ID, EMAIL, HASH, NAME, NOON);
    private static final SignIn RIGHT = new SignIn(ID, HASH, true, null, NOON);
    private static final SignIn WRONG = new SignIn(ID, HASH, false, null, NOON);

    @Test
    void an_account_is_created_as_asked() {
        given().when(CREATE).then(ALICE);
    }

    @Test
    void an_account_is_created_once() {
        given(ALICE).when(CREATE).thenRefused(new UserAlreadyExists());
        given(ALICE, BLOCKED).when(CREATE).thenRefused(new UserAlreadyExists());
    }

    @Test
    void the_right_password_signs_in_and_leaves_no_trace_on_the_account() {
        given(ALICE).when(RIGHT).thenNothingNew();
    }

    @Test
    void a_wrong_password_does_not_sign_in() {
        given(ALICE).when(WRONG).thenRefused(new InvalidCredentials());
    }

    @Test
    void a_wrong_password_does_not_reveal_a_block() {
        given(ALICE, BLOCKED).when(WRONG).thenRefused(new InvalidCredentials());
        given(ALICE, BLOCKED).when(RIGHT).thenRefused(new UserIsBlocked());
    }

    @Test
    void nobody_signs_in_to_an_account_that_is_not_there() {
        given().when(RIGHT).thenRefused(new InvalidCredentials());
    }

    @Test
    void no_password_signs_in_to_an_account_that_has_none() {
        given(WITHOUT_PASSWORD).when(new SignIn(ID, null, false, null, NOON)).thenRefused(new InvalidCredentials());
        given(WITHOUT_PASSWORD).when(RIGHT).thenRefused(new InvalidCredentials());
    }

    @Test
    void a_password_that_moved_since_it_was_compared_is_a_wrong_one() {
        given(ALICE, REHASHED).when(RIGHT).thenRefused(new InvalidCredentials());
        given(ALICE, REHASHED, BLOCKED).when(RIGHT).thenRefused(new InvalidCredentials());
        given(ALICE, REHASHED).when(new SignIn(ID, STRONGER, true, null, NOON)).thenNothingNew();
    }

    @Test
    void an_outdated_hash_is_replaced_by_whoever_signs_in_and_by_nobody_else() {
        given(ALICE).when(new SignIn(ID, HASH, true, STRONGER, NOON)).then(REHASHED);
        given(ALICE).when(new SignIn(ID, HASH, false, STRONGER, NOON)).thenRefused(new InvalidCredentials());
        given(ALICE, BLOCKED).when(new SignIn(ID, HASH, true, STRONGER, NOON)).thenRefused(new UserIsBlocked());
    }

    @Test
    void a_block_is_remembered_whatever_else_the_history_says() {
        given(ALICE, BLOCKED, REHASHED)
                .when(new SignIn(ID, STRONGER, true, null, NOON))
                .thenRefused(new UserIsBlocked());
        given(ALICE, BLOCKED, new UserAccessed(ID, NOON)).when(RIGHT).thenRefused(new UserIsBlocked());
    }

    @Test
    void blocking_twice_happens_once() {
        given(ALICE).when(new BlockAccount(ID, NOON)).then(BLOCKED);
        given(ALICE, BLOCKED).when(new BlockAccount(ID, NOON)).thenNothingNew();
    }

    @Test
    void an_active_user_changes_name_and_preferences_and_is_noticed() {
        given(ALICE).when(new ChangeName(ID, NAME, NOON)).then(new UserNameChanged(ID, NAME, NOON));
        given(ALICE).when(new ReplacePreferences(ID, DARK, NOON)).then(new PreferencesReplaced(ID, DARK, NOON));
        given(ALICE).when(new NoteAccess(ID, NOON)).then(new UserAccessed(ID, NOON));
    }

    @Test
    void a_blocked_user_changes_nothing() {
        given(ALICE, BLOCKED).when(new ChangeName(ID, NAME, NOON)).thenRefused(new UserIsBlocked());
        given(ALICE, BLOCKED).when(new ReplacePreferences(ID, DARK, NOON)).thenRefused(new UserIsBlocked());
        given(ALICE, BLOCKED).when(new NoteAccess(ID, NOON)).thenRefused(new UserIsBlocked());
    }

    @Test
    void nothing_happens_to_an_account_that_is_not_there() {
        given().when(new ChangeName(ID, NAME, NOON)).thenRefused(new UserNotFound());
        given().when(new ReplacePreferences(ID, DARK, NOON)).thenRefused(new UserNotFound());
        given().when(new NoteAccess(ID, NOON)).thenRefused(new UserNotFound());
        given().when(new BlockAccount(ID, NOON)).thenRefused(new UserNotFound());
    }

    private static Given<Account, AccountCommand, AccountEvent> given(AccountEvent... history) {
        return Given.of(ID, List.of(history));
    }
}
