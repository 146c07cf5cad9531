package io.gatehouse.domain.account;

import static io.gatehouse.domain.account.SampleAccount.ALICE;
import static io.gatehouse.domain.account.SampleAccount.ANONYMOUS;
import static io.gatehouse.domain.account.SampleAccount.BLOCKED;
import static io.gatehouse.domain.account.SampleAccount.DELETED;
import static io.gatehouse.domain.account.SampleAccount.ELSEWHERE;
import static io.gatehouse.domain.account.SampleAccount.EMAIL;
import static io.gatehouse.domain.account.SampleAccount.EMAIL_VERIFIED;
import static io.gatehouse.domain.account.SampleAccount.HASH;
import static io.gatehouse.domain.account.SampleAccount.ID;
import static io.gatehouse.domain.account.SampleAccount.NEWER;
import static io.gatehouse.domain.account.SampleAccount.NOON;
import static io.gatehouse.domain.account.SampleAccount.OTHER_PHONE;
import static io.gatehouse.domain.account.SampleAccount.PHONE;
import static io.gatehouse.domain.account.SampleAccount.PHONE_VERIFIED;
import static io.gatehouse.domain.account.SampleAccount.WITH_PHONE;
import static io.gatehouse.domain.account.SampleAccount.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.EmailNotFound;
import io.gatehouse.domain.Refusal.EmailNotVerified;
import io.gatehouse.domain.Refusal.PhoneNotFound;
import io.gatehouse.domain.Refusal.PhoneNotVerified;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.account.AccountCommand.ContactChannel;
import io.gatehouse.domain.account.AccountCommand.RequestChallenge;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountCommand.SwitchMfa;
import io.gatehouse.domain.account.AccountEvent.EmailChanged;
import io.gatehouse.domain.account.AccountEvent.MfaDisabled;
import io.gatehouse.domain.account.AccountEvent.MfaEnabled;
import io.gatehouse.domain.account.AccountEvent.PasswordChanged;
import io.gatehouse.domain.account.AccountEvent.PasswordRehashed;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether MFA is enabled for an {@link Account}, and which verified contacts can receive challenges. */
class AccountMfaTest {

    private static final MfaEnabled ENABLED = new MfaEnabled(ID, NOON);
    private static final MfaDisabled DISABLED = new MfaDisabled(ID, NOON);
    private static final SwitchMfa SWITCH_ON = new SwitchMfa(ID, true, NOON);
    private static final SwitchMfa SWITCH_OFF = new SwitchMfa(ID, false, NOON);
    private static final PasswordChanged REPLACED = new PasswordChanged(ID, NEWER, NOON);
    private static final PasswordRehashed REHASHED = new PasswordRehashed(ID, NEWER, NOON);
    private static final EmailChanged MOVED = new EmailChanged(ID, ELSEWHERE, NOON);
    private static final PhoneChanged RENUMBERED = new PhoneChanged(ID, OTHER_PHONE, NOON);
    private static final RequestChallenge BY_MAIL = new RequestChallenge(ID, ContactChannel.EMAIL);
    private static final RequestChallenge BY_SMS = new RequestChallenge(ID, ContactChannel.PHONE);

    @Test
    void mfa_is_disabled_at_first_and_can_be_enabled_and_disabled() {
        given(ALICE).when(SWITCH_OFF).thenNothingNew();
        given(ALICE).when(SWITCH_ON).then(ENABLED);
        given(ALICE, ENABLED).when(SWITCH_OFF).then(DISABLED);
        given(ALICE, ENABLED, DISABLED).when(SWITCH_ON).then(ENABLED);
    }

    @Test
    void enabling_or_disabling_mfa_again_changes_nothing() {
        given(ALICE, ENABLED).when(SWITCH_ON).thenNothingNew();
        given(ALICE, ENABLED, DISABLED).when(SWITCH_OFF).thenNothingNew();
    }

    @Test
    void a_blocked_or_unknown_user_cannot_enable_or_disable_mfa() {
        given(ALICE, BLOCKED).when(SWITCH_ON).thenRefused(new UserIsBlocked());
        given(ALICE, ENABLED, BLOCKED).when(SWITCH_OFF).thenRefused(new UserIsBlocked());
        given().when(SWITCH_ON).thenRefused(new UserNotFound());
        given().when(SWITCH_OFF).thenRefused(new UserNotFound());
    }

    @Test
    void mfa_is_shown_for_existing_accounts_blocked_ones_included() {
        assertThat(wantsMfa(ALICE)).isFalse();
        assertThat(wantsMfa(ALICE, ENABLED)).isTrue();
        assertThat(wantsMfa(ALICE, ENABLED, BLOCKED)).isTrue();
        assertThat(wantsMfa(ALICE, ENABLED, DISABLED)).isFalse();
        assertThat(wantsMfa(ALICE, ENABLED, DELETED)).isFalse();
        assertThat(wantsMfa()).isFalse();
    }

    @Test
    void mfa_stays_enabled_over_other_changes() {
        given(ALICE, ENABLED, REPLACED, REHASHED).when(SWITCH_ON).thenNothingNew();
        given(ALICE, ENABLED, MOVED, EMAIL_VERIFIED, WITH_PHONE, PHONE_VERIFIED)
                .when(SWITCH_ON)
                .thenNothingNew();
    }

    @Test
    void enabling_and_disabling_mfa_changes_neither_password_block_nor_verified_address() {
        var signIn = new SignIn(ID, HASH, null, NOON);
        given(ALICE, ENABLED).when(signIn).thenNothingNew();
        given(ALICE, BLOCKED, ENABLED, DISABLED).when(signIn).thenRefused(new UserIsBlocked());
        given(ALICE, EMAIL_VERIFIED, ENABLED).when(BY_MAIL).thenNothingNew();
    }

    @Test
    void an_account_created_after_a_deletion_has_mfa_disabled() {
        given(ALICE, ENABLED, DELETED, ALICE).when(SWITCH_ON).then(ENABLED);
    }

    @Test
    void a_challenge_by_email_needs_a_verified_address() {
        given(ALICE, EMAIL_VERIFIED).when(BY_MAIL).thenNothingNew();
        given(ALICE).when(BY_MAIL).thenRefused(new EmailNotVerified());
        given(ALICE, EMAIL_VERIFIED, MOVED).when(BY_MAIL).thenRefused(new EmailNotVerified());
        given(ANONYMOUS, WITH_PHONE, PHONE_VERIFIED).when(BY_MAIL).thenRefused(new EmailNotFound());
    }

    @Test
    void a_challenge_by_phone_needs_a_verified_number() {
        given(ALICE, WITH_PHONE, PHONE_VERIFIED).when(BY_SMS).thenNothingNew();
        given(ALICE, WITH_PHONE).when(BY_SMS).thenRefused(new PhoneNotVerified());
        given(ALICE, WITH_PHONE, PHONE_VERIFIED, RENUMBERED).when(BY_SMS).thenRefused(new PhoneNotVerified());
        given(ALICE, EMAIL_VERIFIED).when(BY_SMS).thenRefused(new PhoneNotFound());
    }

    @Test
    void a_challenge_to_a_blocked_or_unknown_user_is_refused() {
        given(ALICE, EMAIL_VERIFIED, BLOCKED).when(BY_MAIL).thenRefused(new UserIsBlocked());
        given(ALICE, WITH_PHONE, PHONE_VERIFIED, BLOCKED).when(BY_SMS).thenRefused(new UserIsBlocked());
        given().when(BY_MAIL).thenRefused(new UserNotFound());
        given().when(BY_SMS).thenRefused(new UserNotFound());
    }

    @Test
    void only_verified_contacts_prove_that_the_user_read_a_message() {
        assertThat(proven(ALICE, EMAIL_VERIFIED)).containsExactly(recipientWith(EMAIL));
        assertThat(proven(ALICE, WITH_PHONE, PHONE_VERIFIED)).containsExactly(telephone(PHONE));
        assertThat(proven(ALICE, WITH_PHONE)).isEmpty();
    }

    @Test
    void address_and_number_can_both_be_verified_in_any_order() {
        assertThat(proven(ALICE, WITH_PHONE, EMAIL_VERIFIED, PHONE_VERIFIED))
                .containsExactlyInAnyOrder(recipientWith(EMAIL), telephone(PHONE));
        assertThat(proven(ALICE, WITH_PHONE, PHONE_VERIFIED, EMAIL_VERIFIED))
                .containsExactlyInAnyOrder(recipientWith(EMAIL), telephone(PHONE));
    }

    @Test
    void a_new_password_does_not_change_verified_contacts() {
        assertThat(proven(ALICE, EMAIL_VERIFIED, REPLACED)).containsExactly(recipientWith(EMAIL));
        assertThat(proven(ALICE, EMAIL_VERIFIED, REHASHED)).containsExactly(recipientWith(EMAIL));
    }

    @Test
    void a_former_address_or_number_is_no_longer_a_verified_contact() {
        assertThat(proven(ALICE, WITH_PHONE, EMAIL_VERIFIED, PHONE_VERIFIED, MOVED))
                .containsExactly(telephone(PHONE));
        assertThat(proven(ALICE, WITH_PHONE, EMAIL_VERIFIED, PHONE_VERIFIED, RENUMBERED))
                .containsExactly(recipientWith(EMAIL));
        assertThat(proven(ALICE, EMAIL_VERIFIED, MOVED, EMAIL_VERIFIED)).containsExactly(recipientWith(ELSEWHERE));
    }

    @Test
    void a_blocked_user_keeps_verified_contacts_and_a_deleted_one_has_none() {
        assertThat(proven(ALICE, EMAIL_VERIFIED, BLOCKED)).containsExactly(recipientWith(EMAIL));
        assertThat(proven(ALICE, EMAIL_VERIFIED, DELETED)).isEmpty();
        assertThat(given().query(Account::contacts)).isEqualTo(new ContactDetails(null, false, null, false));
    }

    private static boolean wantsMfa(AccountEvent... history) {
        return given(history).query(Account::isMfaEnabled);
    }

    private static Set<Recipient> proven(AccountEvent... history) {
        return given(history).query(Account::contacts).verifiedRecipients();
    }

    private static Recipient recipientWith(EmailAddress address) {
        return new Recipient(address.value());
    }

    private static Recipient telephone(PhoneNumber number) {
        return new Recipient(number.value());
    }
}
