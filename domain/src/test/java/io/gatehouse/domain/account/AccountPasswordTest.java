package io.gatehouse.domain.account;

import static io.gatehouse.domain.account.SampleAccount.ALICE;
import static io.gatehouse.domain.account.SampleAccount.BLOCKED;
import static io.gatehouse.domain.account.SampleAccount.ELSEWHERE;
import static io.gatehouse.domain.account.SampleAccount.EMAIL;
import static io.gatehouse.domain.account.SampleAccount.EMAIL_VERIFIED;
import static io.gatehouse.domain.account.SampleAccount.HASH;
import static io.gatehouse.domain.account.SampleAccount.ID;
import static io.gatehouse.domain.account.SampleAccount.NEWER;
import static io.gatehouse.domain.account.SampleAccount.NOON;
import static io.gatehouse.domain.account.SampleAccount.WITHOUT_PASSWORD;
import static io.gatehouse.domain.account.SampleAccount.given;

import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.PasswordHasPersonalData;
import io.gatehouse.domain.Refusal.PasswordRecentlyUsed;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.account.AccountCommand.ChangePassword;
import io.gatehouse.domain.account.AccountCommand.RequestRecovery;
import io.gatehouse.domain.account.AccountCommand.SetRecoveredPassword;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountCommand.VettedPassword;
import io.gatehouse.domain.account.AccountEvent.PasswordChanged;
import io.gatehouse.domain.account.AccountEvent.PasswordRemembered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules for changing and resetting the password of an {@link Account}. */
class AccountPasswordTest {

    private static final VettedPassword FINE = new VettedPassword(NEWER, false, false, 0);
    private static final VettedPassword TO_REMEMBER = new VettedPassword(NEWER, false, false, 3);
    private static final VettedPassword REUSED = new VettedPassword(NEWER, true, false, 3);
    private static final VettedPassword PERSONAL = new VettedPassword(NEWER, false, true, 0);
    private static final VettedPassword REUSED_AND_PERSONAL = new VettedPassword(NEWER, true, true, 3);
    private static final PasswordChanged CHANGED = new PasswordChanged(ID, NEWER, NOON);
    private static final PasswordRemembered REMEMBERED = new PasswordRemembered(ID, NEWER, 3, NOON);

    @Test
    void the_old_password_allows_a_change_to_a_new_one() {
        given(ALICE).when(change(HASH, FINE)).then(CHANGED);
    }

    @Test
    void a_user_without_password_can_set_a_first_one() {
        given(WITHOUT_PASSWORD).when(change(null, FINE)).then(CHANGED);
    }

    @Test
    void an_old_password_compared_with_a_former_hash_is_refused_as_wrong() {
        given(ALICE, CHANGED).when(change(HASH, FINE)).thenRefused(new InvalidCredentials());
        given(WITHOUT_PASSWORD, CHANGED).when(change(null, FINE)).thenRefused(new InvalidCredentials());
    }

    @Test
    void a_new_password_is_added_to_the_history_if_the_project_keeps_one() {
        given(ALICE).when(change(HASH, TO_REMEMBER)).then(CHANGED, REMEMBERED);
    }

    @Test
    void a_new_password_is_refused_for_a_wrong_old_one_then_recent_use_then_personal_data() {
        given(ALICE).when(change(NEWER, REUSED_AND_PERSONAL)).thenRefused(new InvalidCredentials());
        given(ALICE).when(change(HASH, REUSED_AND_PERSONAL)).thenRefused(new PasswordRecentlyUsed());
        given(ALICE).when(change(HASH, REUSED)).thenRefused(new PasswordRecentlyUsed());
        given(ALICE).when(change(HASH, PERSONAL)).thenRefused(new PasswordHasPersonalData());
    }

    @Test
    void a_blocked_or_unknown_user_cannot_change_the_password() {
        given(ALICE, BLOCKED).when(change(HASH, FINE)).thenRefused(new UserIsBlocked());
        given().when(change(null, FINE)).thenRefused(new UserNotFound());
    }

    @Test
    void after_a_change_only_the_new_password_signs_in() {
        given(ALICE, CHANGED).when(new SignIn(ID, NEWER, null, NOON)).thenNothingNew();
        given(ALICE, CHANGED).when(new SignIn(ID, HASH, null, NOON)).thenRefused(new InvalidCredentials());
    }

    @Test
    void a_password_reset_by_mail_verifies_the_address() {
        given(ALICE).when(reset(FINE)).then(CHANGED, EMAIL_VERIFIED);
        given(ALICE).when(reset(TO_REMEMBER)).then(CHANGED, REMEMBERED, EMAIL_VERIFIED);
        given(WITHOUT_PASSWORD).when(reset(FINE)).then(CHANGED, EMAIL_VERIFIED);
    }

    @Test
    void a_password_reset_does_not_verify_a_verified_address_again() {
        given(ALICE, EMAIL_VERIFIED).when(reset(FINE)).then(CHANGED);
    }

    @Test
    void a_password_reset_is_allowed_with_personal_data_and_for_a_blocked_user() {
        given(ALICE).when(reset(PERSONAL)).then(CHANGED, EMAIL_VERIFIED);
        given(ALICE, BLOCKED).when(reset(FINE)).then(CHANGED, EMAIL_VERIFIED);
    }

    @Test
    void a_password_reset_does_not_lift_a_block() {
        given(ALICE, BLOCKED, CHANGED, EMAIL_VERIFIED)
                .when(new SignIn(ID, NEWER, null, NOON))
                .thenRefused(new UserIsBlocked());
    }

    @Test
    void a_password_reset_to_a_recently_used_password_is_refused() {
        given(ALICE).when(reset(REUSED)).thenRefused(new PasswordRecentlyUsed());
        given(ALICE, BLOCKED).when(reset(REUSED)).thenRefused(new PasswordRecentlyUsed());
    }

    @Test
    void a_password_reset_for_an_unknown_account_is_refused_as_an_invalid_token() {
        given().when(reset(FINE)).thenRefused(new InvalidToken());
    }

    @Test
    void recovery_can_be_requested_by_existing_unblocked_users_with_or_without_password() {
        var request = new RequestRecovery(ID, EMAIL);
        given(ALICE).when(request).thenNothingNew();
        given(WITHOUT_PASSWORD).when(request).thenNothingNew();
        given(ALICE, BLOCKED).when(request).thenRefused(new UserIsBlocked());
        given().when(request).thenRefused(new UserNotFound());
    }

    @Test
    void recovery_requested_for_a_former_address_does_not_reveal_a_block() {
        var request = new RequestRecovery(ID, ELSEWHERE);
        given(ALICE).when(request).thenRefused(new UserNotFound());
        given(ALICE, BLOCKED).when(request).thenRefused(new UserNotFound());
    }

    private static ChangePassword change(@Nullable PasswordHash compared, VettedPassword to) {
        return new ChangePassword(ID, compared, to, NOON);
    }

    private static SetRecoveredPassword reset(VettedPassword to) {
        return new SetRecoveredPassword(ID, to, NOON);
    }
}
