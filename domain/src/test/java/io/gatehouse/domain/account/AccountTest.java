package io.gatehouse.domain.account;

import static io.gatehouse.domain.account.SampleAccount.ALICE;
import static io.gatehouse.domain.account.SampleAccount.BLOCKED;
import static io.gatehouse.domain.account.SampleAccount.DELETED;
import static io.gatehouse.domain.account.SampleAccount.EMAIL;
import static io.gatehouse.domain.account.SampleAccount.EMAIL_VERIFIED;
import static io.gatehouse.domain.account.SampleAccount.HASH;
import static io.gatehouse.domain.account.SampleAccount.ID;
import static io.gatehouse.domain.account.SampleAccount.NAME;
import static io.gatehouse.domain.account.SampleAccount.NEWER;
import static io.gatehouse.domain.account.SampleAccount.NOON;
import static io.gatehouse.domain.account.SampleAccount.WITHOUT_PASSWORD;
import static io.gatehouse.domain.account.SampleAccount.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.account.AccountCommand.BlockAccount;
import io.gatehouse.domain.account.AccountCommand.ChangeName;
import io.gatehouse.domain.account.AccountCommand.CreateAccount;
import io.gatehouse.domain.account.AccountCommand.DeleteAccount;
import io.gatehouse.domain.account.AccountCommand.RecordAccess;
import io.gatehouse.domain.account.AccountCommand.ReplacePreferences;
import io.gatehouse.domain.account.AccountCommand.RequestEmailVerification;
import io.gatehouse.domain.account.AccountCommand.RequireActive;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountEvent.PasswordRehashed;
import io.gatehouse.domain.account.AccountEvent.PasswordRemembered;
import io.gatehouse.domain.account.AccountEvent.PreferencesReplaced;
import io.gatehouse.domain.account.AccountEvent.UserAccessed;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Preferences DARK = new Preferences("{\"theme\":\"dark\"}");
    private static final PasswordRehashed REHASHED = new PasswordRehashed(ID, NEWER, NOON);
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
        given(ALICE, REHASHED).when(new SignIn(ID, NEWER, true, null, NOON)).thenNothingNew();
    }

    @Test
    void an_outdated_hash_is_replaced_by_whoever_signs_in_and_by_nobody_else() {
        given(ALICE).when(new SignIn(ID, HASH, true, NEWER, NOON)).then(REHASHED);
        given(ALICE).when(new SignIn(ID, HASH, false, NEWER, NOON)).thenRefused(new InvalidCredentials());
        given(ALICE, BLOCKED).when(new SignIn(ID, HASH, true, NEWER, NOON)).thenRefused(new UserIsBlocked());
    }

    @Test
    void a_block_is_remembered_whatever_else_the_history_says() {
        given(ALICE, BLOCKED, REHASHED)
                .when(new SignIn(ID, NEWER, true, null, NOON))
                .thenRefused(new UserIsBlocked());
        given(ALICE, BLOCKED, new UserAccessed(ID, NOON)).when(RIGHT).thenRefused(new UserIsBlocked());
    }

    @Test
    void what_is_only_shown_changes_no_decision() {
        given(ALICE, new UserNameChanged(ID, NAME, NOON)).when(RIGHT).thenNothingNew();
        given(ALICE, new PreferencesReplaced(ID, DARK, NOON)).when(RIGHT).thenNothingNew();
        given(ALICE, new PasswordRemembered(ID, HASH, 1, NOON)).when(RIGHT).thenNothingNew();
        given(ALICE, new UserAccessed(ID, NOON)).when(RIGHT).thenNothingNew();
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
        given(ALICE).when(new RecordAccess(ID, NOON)).then(new UserAccessed(ID, NOON));
    }

    @Test
    void only_an_active_user_does_what_leaves_the_account_as_it_is() {
        given(ALICE).when(new RequireActive(ID)).thenNothingNew();
        given(ALICE, BLOCKED).when(new RequireActive(ID)).thenRefused(new UserIsBlocked());
        given(ALICE, DELETED).when(new RequireActive(ID)).thenRefused(new UserNotFound());
        given().when(new RequireActive(ID)).thenRefused(new UserNotFound());
    }

    @Test
    void a_blocked_user_changes_nothing() {
        given(ALICE, BLOCKED).when(new ChangeName(ID, NAME, NOON)).thenRefused(new UserIsBlocked());
        given(ALICE, BLOCKED).when(new ReplacePreferences(ID, DARK, NOON)).thenRefused(new UserIsBlocked());
        given(ALICE, BLOCKED).when(new RecordAccess(ID, NOON)).thenRefused(new UserIsBlocked());
    }

    @Test
    void nothing_happens_to_an_account_that_is_not_there() {
        given().when(new ChangeName(ID, NAME, NOON)).thenRefused(new UserNotFound());
        given().when(new ReplacePreferences(ID, DARK, NOON)).thenRefused(new UserNotFound());
        given().when(new RecordAccess(ID, NOON)).thenRefused(new UserNotFound());
        given().when(new BlockAccount(ID, NOON)).thenRefused(new UserNotFound());
    }

    @Test
    void a_deleted_account_is_as_if_it_had_never_been() {
        given(ALICE).when(new DeleteAccount(ID, NOON)).then(DELETED);
        given(ALICE, DELETED).when(new DeleteAccount(ID, NOON)).thenRefused(new UserNotFound());
        given(ALICE, DELETED).when(RIGHT).thenRefused(new InvalidCredentials());
        given(ALICE, DELETED).when(CREATE).then(ALICE);
    }

    @Test
    void whoever_comes_after_a_deleted_user_inherits_nothing() {
        given(ALICE, EMAIL_VERIFIED, BLOCKED, DELETED, WITHOUT_PASSWORD)
                .when(RIGHT)
                .thenRefused(new InvalidCredentials());
        given(ALICE, EMAIL_VERIFIED, DELETED, ALICE)
                .when(new RequestEmailVerification(ID))
                .thenNothingNew();
    }

    @Test
    void a_blocked_user_deletes_nothing() {
        given(ALICE, BLOCKED).when(new DeleteAccount(ID, NOON)).thenRefused(new UserIsBlocked());
        given().when(new DeleteAccount(ID, NOON)).thenRefused(new UserNotFound());
    }

    @Test
    void the_log_calls_it_an_account_for_ever() {
        assertThat(ID.streamType()).isEqualTo("account");
    }
}
