package io.gatehouse.domain.account;

import static io.gatehouse.domain.account.SampleAccount.ALICE;
import static io.gatehouse.domain.account.SampleAccount.BLOCKED;
import static io.gatehouse.domain.account.SampleAccount.DELETED;
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
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.account.AccountCommand.BlockAccount;
import io.gatehouse.domain.account.AccountCommand.ChangeName;
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
    private static final SignIn RIGHT = new SignIn(ID, HASH, null, NOON);
    private static final SignIn WRONG = new SignIn(ID, NEWER, null, NOON);

    @Test
    void the_right_password_signs_in_without_an_event() {
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
    void a_sign_in_to_an_unknown_account_is_refused_like_a_wrong_password() {
        given().when(RIGHT).thenRefused(new InvalidCredentials());
    }

    @Test
    void a_sign_in_to_an_account_without_password_is_refused_like_a_wrong_password() {
        given(WITHOUT_PASSWORD).when(RIGHT).thenRefused(new InvalidCredentials());
    }

    @Test
    void a_password_compared_with_a_former_hash_is_refused_as_wrong() {
        given(ALICE, REHASHED).when(RIGHT).thenRefused(new InvalidCredentials());
        given(ALICE, REHASHED, BLOCKED).when(RIGHT).thenRefused(new InvalidCredentials());
        given(ALICE, REHASHED).when(new SignIn(ID, NEWER, null, NOON)).thenNothingNew();
    }

    @Test
    void an_outdated_hash_is_replaced_at_a_successful_sign_in_only() {
        given(ALICE).when(new SignIn(ID, HASH, NEWER, NOON)).then(REHASHED);
        given(ALICE).when(new SignIn(ID, NEWER, NEWER, NOON)).thenRefused(new InvalidCredentials());
        given(ALICE, BLOCKED).when(new SignIn(ID, HASH, NEWER, NOON)).thenRefused(new UserIsBlocked());
    }

    @Test
    void a_block_persists_over_later_events() {
        given(ALICE, BLOCKED, REHASHED).when(new SignIn(ID, NEWER, null, NOON)).thenRefused(new UserIsBlocked());
        given(ALICE, BLOCKED, new UserAccessed(ID, NOON)).when(RIGHT).thenRefused(new UserIsBlocked());
    }

    @Test
    void name_preferences_access_and_password_history_do_not_affect_a_sign_in() {
        given(ALICE, new UserNameChanged(ID, NAME, NOON)).when(RIGHT).thenNothingNew();
        given(ALICE, new PreferencesReplaced(ID, DARK, NOON)).when(RIGHT).thenNothingNew();
        given(ALICE, new PasswordRemembered(ID, HASH, 1, NOON)).when(RIGHT).thenNothingNew();
        given(ALICE, new UserAccessed(ID, NOON)).when(RIGHT).thenNothingNew();
    }

    @Test
    void a_blocked_account_is_not_blocked_again() {
        given(ALICE).when(new BlockAccount(ID, NOON)).then(BLOCKED);
        given(ALICE, BLOCKED).when(new BlockAccount(ID, NOON)).thenNothingNew();
    }

    @Test
    void an_active_user_can_change_name_and_preferences_and_accesses_are_recorded() {
        given(ALICE).when(new ChangeName(ID, NAME, NOON)).then(new UserNameChanged(ID, NAME, NOON));
        given(ALICE).when(new ReplacePreferences(ID, DARK, NOON)).then(new PreferencesReplaced(ID, DARK, NOON));
        given(ALICE).when(new RecordAccess(ID, NOON)).then(new UserAccessed(ID, NOON));
    }

    @Test
    void an_account_is_active_unless_it_is_blocked_deleted_or_unknown() {
        given(ALICE).when(new RequireActive(ID)).thenNothingNew();
        given(ALICE, BLOCKED).when(new RequireActive(ID)).thenRefused(new UserIsBlocked());
        given(ALICE, DELETED).when(new RequireActive(ID)).thenRefused(new UserNotFound());
        given().when(new RequireActive(ID)).thenRefused(new UserNotFound());
    }

    @Test
    void changes_by_a_blocked_user_are_refused() {
        given(ALICE, BLOCKED).when(new ChangeName(ID, NAME, NOON)).thenRefused(new UserIsBlocked());
        given(ALICE, BLOCKED).when(new ReplacePreferences(ID, DARK, NOON)).thenRefused(new UserIsBlocked());
        given(ALICE, BLOCKED).when(new RecordAccess(ID, NOON)).thenRefused(new UserIsBlocked());
    }

    @Test
    void changes_to_an_unknown_account_are_refused() {
        given().when(new ChangeName(ID, NAME, NOON)).thenRefused(new UserNotFound());
        given().when(new ReplacePreferences(ID, DARK, NOON)).thenRefused(new UserNotFound());
        given().when(new RecordAccess(ID, NOON)).thenRefused(new UserNotFound());
        given().when(new BlockAccount(ID, NOON)).thenRefused(new UserNotFound());
    }

    @Test
    void a_deleted_account_is_unknown_and_can_be_created_again() {
        given(ALICE).when(new DeleteAccount(ID, NOON)).then(DELETED);
        given(ALICE, DELETED).when(new DeleteAccount(ID, NOON)).thenRefused(new UserNotFound());
        given(ALICE, DELETED).when(RIGHT).thenRefused(new InvalidCredentials());
        given(ALICE, DELETED, ALICE).when(RIGHT).thenNothingNew();
    }

    @Test
    void an_account_created_after_a_deletion_has_neither_password_block_nor_verified_address_of_the_deleted_one() {
        given(ALICE, EMAIL_VERIFIED, BLOCKED, DELETED, WITHOUT_PASSWORD)
                .when(RIGHT)
                .thenRefused(new InvalidCredentials());
        given(ALICE, EMAIL_VERIFIED, DELETED, ALICE)
                .when(new RequestEmailVerification(ID))
                .thenNothingNew();
    }

    @Test
    void the_deletion_of_a_blocked_or_unknown_account_is_refused() {
        given(ALICE, BLOCKED).when(new DeleteAccount(ID, NOON)).thenRefused(new UserIsBlocked());
        given().when(new DeleteAccount(ID, NOON)).thenRefused(new UserNotFound());
    }

    @Test
    void the_stored_stream_type_is_account() {
        assertThat(ID.streamType()).isEqualTo("account");
    }
}
