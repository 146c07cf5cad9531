package io.gatehouse.domain.account;

import static io.gatehouse.domain.account.SampleAccount.ALICE;
import static io.gatehouse.domain.account.SampleAccount.ANONYMOUS;
import static io.gatehouse.domain.account.SampleAccount.BLOCKED;
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

import io.gatehouse.domain.Refusal.EmailAlreadyVerified;
import io.gatehouse.domain.Refusal.EmailNotFound;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.PhoneAlreadyVerified;
import io.gatehouse.domain.Refusal.PhoneNotFound;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.account.AccountCommand.ChangeEmail;
import io.gatehouse.domain.account.AccountCommand.ChangePhone;
import io.gatehouse.domain.account.AccountCommand.ContactChannel;
import io.gatehouse.domain.account.AccountCommand.PasswordConfirmation;
import io.gatehouse.domain.account.AccountCommand.RequestEmailVerification;
import io.gatehouse.domain.account.AccountCommand.RequestPhoneVerification;
import io.gatehouse.domain.account.AccountCommand.RequestSignInByEmail;
import io.gatehouse.domain.account.AccountCommand.RequestSignInByPhone;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountCommand.SignInByToken;
import io.gatehouse.domain.account.AccountCommand.VerifyEmail;
import io.gatehouse.domain.account.AccountCommand.VerifyPhone;
import io.gatehouse.domain.account.AccountEvent.EmailChanged;
import io.gatehouse.domain.account.AccountEvent.PasswordChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import org.junit.jupiter.api.Test;

/** The e-mail address and phone number of an {@link Account}, and how each is verified. */
class AccountContactTest {

    private static final PasswordConfirmation CONFIRMED = new PasswordConfirmation(HASH, null);
    private static final PasswordConfirmation ADOPTED = new PasswordConfirmation(null, NEWER);
    private static final PasswordChanged FIRST_PASSWORD = new PasswordChanged(ID, NEWER, NOON);
    private static final EmailChanged MOVED = new EmailChanged(ID, ELSEWHERE, NOON);
    private static final PhoneChanged RENUMBERED = new PhoneChanged(ID, OTHER_PHONE, NOON);
    private static final SignInByToken BY_MAIL = new SignInByToken(ID, ContactChannel.EMAIL, NOON);
    private static final SignInByToken BY_SMS = new SignInByToken(ID, ContactChannel.PHONE, NOON);
    private static final RequestEmailVerification REQUEST_EMAIL_VERIFICATION = new RequestEmailVerification(ID);
    private static final RequestPhoneVerification REQUEST_PHONE_VERIFICATION = new RequestPhoneVerification(ID);

    @Test
    void the_password_confirms_a_change_of_address_or_number() {
        given(ALICE).when(changeEmail(CONFIRMED)).then(MOVED);
        given(ALICE).when(renumber(CONFIRMED)).then(RENUMBERED);
    }

    @Test
    void a_user_without_password_gets_the_one_sent_with_the_change() {
        given(ANONYMOUS).when(changeEmail(ADOPTED)).then(FIRST_PASSWORD, MOVED);
        given(ANONYMOUS).when(renumber(ADOPTED)).then(FIRST_PASSWORD, RENUMBERED);
        given(ANONYMOUS, FIRST_PASSWORD, MOVED)
                .when(new SignIn(ID, NEWER, null, NOON))
                .thenNothingNew();
    }

    @Test
    void a_password_compared_with_a_former_hash_confirms_no_change() {
        given(ALICE, FIRST_PASSWORD).when(changeEmail(CONFIRMED)).thenRefused(new InvalidCredentials());
        given(ALICE, FIRST_PASSWORD).when(renumber(CONFIRMED)).thenRefused(new InvalidCredentials());
        given(ANONYMOUS, FIRST_PASSWORD).when(changeEmail(ADOPTED)).thenRefused(new InvalidCredentials());
    }

    @Test
    void a_blocked_or_unknown_user_cannot_change_address_or_number() {
        given(ALICE, BLOCKED).when(changeEmail(CONFIRMED)).thenRefused(new UserIsBlocked());
        given(ALICE, BLOCKED).when(renumber(CONFIRMED)).thenRefused(new UserIsBlocked());
        given().when(changeEmail(ADOPTED)).thenRefused(new UserNotFound());
        given().when(renumber(ADOPTED)).thenRefused(new UserNotFound());
    }

    @Test
    void a_sign_in_by_token_verifies_the_address_or_number_it_was_sent_to() {
        given(ALICE).when(BY_MAIL).then(EMAIL_VERIFIED);
        given(ALICE, WITH_PHONE).when(BY_SMS).then(PHONE_VERIFIED);
    }

    @Test
    void a_verified_address_or_number_is_not_verified_again() {
        given(ALICE, EMAIL_VERIFIED).when(BY_MAIL).thenNothingNew();
        given(ALICE, WITH_PHONE, PHONE_VERIFIED).when(BY_SMS).thenNothingNew();
        given(ALICE, EMAIL_VERIFIED).when(new VerifyEmail(ID, NOON)).thenNothingNew();
        given(ALICE, WITH_PHONE, PHONE_VERIFIED).when(new VerifyPhone(ID, NOON)).thenNothingNew();
    }

    @Test
    void a_token_by_mail_does_not_verify_the_number_nor_one_by_sms_the_address() {
        given(ALICE, WITH_PHONE, EMAIL_VERIFIED).when(BY_SMS).then(PHONE_VERIFIED);
        given(ALICE, WITH_PHONE, PHONE_VERIFIED).when(BY_MAIL).then(EMAIL_VERIFIED);
    }

    @Test
    void a_sign_in_by_token_is_refused_for_a_blocked_or_unknown_user() {
        given(ALICE, BLOCKED).when(BY_MAIL).thenRefused(new UserIsBlocked());
        given(ALICE, BLOCKED).when(BY_SMS).thenRefused(new UserIsBlocked());
        given().when(BY_MAIL).thenRefused(new InvalidToken());
        given().when(BY_SMS).thenRefused(new InvalidToken());
    }

    @Test
    void a_blocked_user_can_verify_address_and_number() {
        given(ALICE).when(new VerifyEmail(ID, NOON)).then(EMAIL_VERIFIED);
        given(ALICE, BLOCKED).when(new VerifyEmail(ID, NOON)).then(EMAIL_VERIFIED);
        given(ALICE, WITH_PHONE).when(new VerifyPhone(ID, NOON)).then(PHONE_VERIFIED);
        given(ALICE, WITH_PHONE, BLOCKED).when(new VerifyPhone(ID, NOON)).then(PHONE_VERIFIED);
    }

    @Test
    void verification_for_an_unknown_account_is_refused() {
        given().when(new VerifyEmail(ID, NOON)).thenRefused(new UserNotFound());
        given().when(new VerifyPhone(ID, NOON)).thenRefused(new UserNotFound());
    }

    @Test
    void a_new_address_or_number_is_unverified() {
        given(ALICE, EMAIL_VERIFIED, MOVED).when(BY_MAIL).then(EMAIL_VERIFIED);
        given(ALICE, WITH_PHONE, PHONE_VERIFIED, RENUMBERED).when(BY_SMS).then(PHONE_VERIFIED);
        given(ALICE, WITH_PHONE, PHONE_VERIFIED, MOVED).when(BY_SMS).thenNothingNew();
        given(ALICE, EMAIL_VERIFIED, RENUMBERED).when(BY_MAIL).thenNothingNew();
    }

    @Test
    void a_block_persists_over_changes_of_address_and_number() {
        given(ALICE, BLOCKED, MOVED, RENUMBERED, EMAIL_VERIFIED, PHONE_VERIFIED)
                .when(BY_MAIL)
                .thenRefused(new UserIsBlocked());
    }

    @Test
    void a_sign_in_message_can_be_requested_for_the_current_contact_even_by_a_blocked_user() {
        given(ALICE).when(new RequestSignInByEmail(ID, EMAIL)).thenNothingNew();
        given(ALICE, BLOCKED).when(new RequestSignInByEmail(ID, EMAIL)).thenNothingNew();
        given(ALICE, WITH_PHONE).when(new RequestSignInByPhone(ID, PHONE)).thenNothingNew();
        given(ALICE, WITH_PHONE, BLOCKED)
                .when(new RequestSignInByPhone(ID, PHONE))
                .thenNothingNew();
    }

    @Test
    void a_sign_in_message_to_a_former_contact_or_an_unknown_account_is_refused() {
        given(ALICE, MOVED).when(new RequestSignInByEmail(ID, EMAIL)).thenRefused(new UserNotFound());
        given(ALICE, WITH_PHONE, RENUMBERED)
                .when(new RequestSignInByPhone(ID, PHONE))
                .thenRefused(new UserNotFound());
        given(ALICE).when(new RequestSignInByPhone(ID, PHONE)).thenRefused(new UserNotFound());
        given().when(new RequestSignInByEmail(ID, EMAIL)).thenRefused(new UserNotFound());
        given().when(new RequestSignInByPhone(ID, PHONE)).thenRefused(new UserNotFound());
    }

    @Test
    void email_verification_can_be_requested_for_an_unverified_address_only() {
        given(ALICE).when(REQUEST_EMAIL_VERIFICATION).thenNothingNew();
        given(ALICE, EMAIL_VERIFIED, MOVED).when(REQUEST_EMAIL_VERIFICATION).thenNothingNew();
        given(ANONYMOUS).when(REQUEST_EMAIL_VERIFICATION).thenRefused(new EmailNotFound());
        given(ALICE, EMAIL_VERIFIED).when(REQUEST_EMAIL_VERIFICATION).thenRefused(new EmailAlreadyVerified());
        given(ALICE, BLOCKED).when(REQUEST_EMAIL_VERIFICATION).thenRefused(new UserIsBlocked());
        given().when(REQUEST_EMAIL_VERIFICATION).thenRefused(new UserNotFound());
    }

    @Test
    void phone_verification_can_be_requested_for_an_unverified_number_only() {
        given(ALICE, WITH_PHONE).when(REQUEST_PHONE_VERIFICATION).thenNothingNew();
        given(ALICE).when(REQUEST_PHONE_VERIFICATION).thenRefused(new PhoneNotFound());
        given(ALICE, WITH_PHONE, PHONE_VERIFIED)
                .when(REQUEST_PHONE_VERIFICATION)
                .thenRefused(new PhoneAlreadyVerified());
        given(ALICE, WITH_PHONE, BLOCKED).when(REQUEST_PHONE_VERIFICATION).thenRefused(new UserIsBlocked());
        given().when(REQUEST_PHONE_VERIFICATION).thenRefused(new UserNotFound());
    }

    private static ChangeEmail changeEmail(PasswordConfirmation passwordConfirmation) {
        return new ChangeEmail(ID, ELSEWHERE, passwordConfirmation, NOON);
    }

    private static ChangePhone renumber(PasswordConfirmation passwordConfirmation) {
        return new ChangePhone(ID, OTHER_PHONE, passwordConfirmation, NOON);
    }
}
