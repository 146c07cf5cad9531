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

/** How a password of an {@link Account} becomes another one. */
class PasswordOfAccountTest {

    private static final VettedPassword FINE = new VettedPassword(NEWER, false, false, 0);
    private static final VettedPassword TO_REMEMBER = new VettedPassword(NEWER, false, false, 3);
    private static final VettedPassword REUSED = new VettedPassword(NEWER, true, false, 3);
    private static final VettedPassword PERSONAL = new VettedPassword(NEWER, false, true, 0);
    private static final VettedPassword REUSED_AND_PERSONAL = new VettedPassword(NEWER, true, true, 3);
    private static final PasswordChanged CHANGED = new PasswordChanged(ID, NEWER, NOON);
    private static final PasswordRemembered REMEMBERED = new PasswordRemembered(ID, NEWER, 3, NOON);

    @Test
    void whoever_knows_the_old_password_gets_a_new_one() {
        given(ALICE).when(change(HASH, FINE)).then(CHANGED);
    }

    @Test
    void whoever_had_no_password_gets_a_first_one() {
        given(WITHOUT_PASSWORD).when(change(null, FINE)).then(CHANGED);
    }

    @Test
    void a_password_that_moved_since_it_was_compared_is_a_wrong_one() {
        given(ALICE, CHANGED).when(change(HASH, FINE)).thenRefused(new InvalidCredentials());
        given(WITHOUT_PASSWORD, CHANGED).when(change(null, FINE)).thenRefused(new InvalidCredentials());
    }

    @Test
    void a_new_password_is_remembered_where_the_project_remembers_any() {
        given(ALICE).when(change(HASH, TO_REMEMBER)).then(CHANGED, REMEMBERED);
    }

    @Test
    void what_is_wrong_with_a_new_password_is_told_in_this_order() {
        given(ALICE).when(change(NEWER, REUSED_AND_PERSONAL)).thenRefused(new InvalidCredentials());
        given(ALICE).when(change(HASH, REUSED_AND_PERSONAL)).thenRefused(new PasswordRecentlyUsed());
        given(ALICE).when(change(HASH, REUSED)).thenRefused(new PasswordRecentlyUsed());
        given(ALICE).when(change(HASH, PERSONAL)).thenRefused(new PasswordHasPersonalData());
    }

    @Test
    void who_is_blocked_or_not_there_changes_no_password() {
        given(ALICE, BLOCKED).when(change(HASH, FINE)).thenRefused(new UserIsBlocked());
        given().when(change(null, FINE)).thenRefused(new UserNotFound());
    }

    @Test
    void from_then_on_only_the_new_password_signs_in() {
        given(ALICE, CHANGED).when(new SignIn(ID, NEWER, true, null, NOON)).thenNothingNew();
        given(ALICE, CHANGED).when(new SignIn(ID, HASH, true, null, NOON)).thenRefused(new InvalidCredentials());
    }

    @Test
    void whoever_read_the_recovery_mail_gets_a_new_password_and_a_verified_address() {
        given(ALICE).when(reset(FINE)).then(CHANGED, EMAIL_VERIFIED);
        given(ALICE).when(reset(TO_REMEMBER)).then(CHANGED, REMEMBERED, EMAIL_VERIFIED);
        given(WITHOUT_PASSWORD).when(reset(FINE)).then(CHANGED, EMAIL_VERIFIED);
    }

    @Test
    void a_verified_address_is_not_verified_again() {
        given(ALICE, EMAIL_VERIFIED).when(reset(FINE)).then(CHANGED);
    }

    @Test
    void recovery_does_not_ask_for_personal_data_nor_for_a_block() {
        given(ALICE).when(reset(PERSONAL)).then(CHANGED, EMAIL_VERIFIED);
        given(ALICE, BLOCKED).when(reset(FINE)).then(CHANGED, EMAIL_VERIFIED);
    }

    @Test
    void recovery_leaves_a_block_where_it_is() {
        given(ALICE, BLOCKED, CHANGED, EMAIL_VERIFIED)
                .when(new SignIn(ID, NEWER, true, null, NOON))
                .thenRefused(new UserIsBlocked());
    }

    @Test
    void recovery_gives_nobody_a_password_they_had_lately() {
        given(ALICE).when(reset(REUSED)).thenRefused(new PasswordRecentlyUsed());
        given(ALICE, BLOCKED).when(reset(REUSED)).thenRefused(new PasswordRecentlyUsed());
    }

    @Test
    void for_somebody_who_is_gone_every_recovery_token_is_a_wrong_one() {
        given().when(reset(FINE)).thenRefused(new InvalidToken());
    }

    @Test
    void recovery_is_for_whoever_has_the_address_and_is_not_blocked() {
        var request = new RequestRecovery(ID, EMAIL);
        given(ALICE).when(request).thenNothingNew();
        given(WITHOUT_PASSWORD).when(request).thenNothingNew();
        given(ALICE, BLOCKED).when(request).thenRefused(new UserIsBlocked());
        given().when(request).thenRefused(new UserNotFound());
    }

    @Test
    void recovery_by_an_address_that_is_not_theirs_any_more_does_not_reveal_a_block() {
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
