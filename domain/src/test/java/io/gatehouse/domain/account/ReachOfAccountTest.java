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

/** Where the user of an {@link Account} is reached, and what follows from reading what was sent there. */
class ReachOfAccountTest {

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
    void whoever_confirms_by_password_gets_another_address_or_number() {
        given(ALICE).when(move(CONFIRMED)).then(MOVED);
        given(ALICE).when(renumber(CONFIRMED)).then(RENUMBERED);
    }

    @Test
    void for_whoever_had_no_password_the_one_typed_along_becomes_it() {
        given(ANONYMOUS).when(move(ADOPTED)).then(FIRST_PASSWORD, MOVED);
        given(ANONYMOUS).when(renumber(ADOPTED)).then(FIRST_PASSWORD, RENUMBERED);
        given(ANONYMOUS, FIRST_PASSWORD, MOVED)
                .when(new SignIn(ID, NEWER, true, null, NOON))
                .thenNothingNew();
    }

    @Test
    void a_password_that_moved_since_it_was_compared_confirms_nothing() {
        given(ALICE, FIRST_PASSWORD).when(move(CONFIRMED)).thenRefused(new InvalidCredentials());
        given(ALICE, FIRST_PASSWORD).when(renumber(CONFIRMED)).thenRefused(new InvalidCredentials());
        given(ANONYMOUS, FIRST_PASSWORD).when(move(ADOPTED)).thenRefused(new InvalidCredentials());
    }

    @Test
    void who_is_blocked_or_not_there_moves_nowhere() {
        given(ALICE, BLOCKED).when(move(CONFIRMED)).thenRefused(new UserIsBlocked());
        given(ALICE, BLOCKED).when(renumber(CONFIRMED)).thenRefused(new UserIsBlocked());
        given().when(move(ADOPTED)).thenRefused(new UserNotFound());
        given().when(renumber(ADOPTED)).thenRefused(new UserNotFound());
    }

    @Test
    void whoever_read_what_was_sent_is_signed_in_and_has_proven_where_they_read_it() {
        given(ALICE).when(BY_MAIL).then(EMAIL_VERIFIED);
        given(ALICE, WITH_PHONE).when(BY_SMS).then(PHONE_VERIFIED);
    }

    @Test
    void what_is_verified_is_not_verified_again() {
        given(ALICE, EMAIL_VERIFIED).when(BY_MAIL).thenNothingNew();
        given(ALICE, WITH_PHONE, PHONE_VERIFIED).when(BY_SMS).thenNothingNew();
        given(ALICE, EMAIL_VERIFIED).when(new VerifyEmail(ID, NOON)).thenNothingNew();
        given(ALICE, WITH_PHONE, PHONE_VERIFIED).when(new VerifyPhone(ID, NOON)).thenNothingNew();
    }

    @Test
    void one_proof_is_not_the_other() {
        given(ALICE, WITH_PHONE, EMAIL_VERIFIED).when(BY_SMS).then(PHONE_VERIFIED);
        given(ALICE, WITH_PHONE, PHONE_VERIFIED).when(BY_MAIL).then(EMAIL_VERIFIED);
    }

    @Test
    void no_token_signs_in_a_blocked_user_or_one_who_is_gone() {
        given(ALICE, BLOCKED).when(BY_MAIL).thenRefused(new UserIsBlocked());
        given(ALICE, BLOCKED).when(BY_SMS).thenRefused(new UserIsBlocked());
        given().when(BY_MAIL).thenRefused(new InvalidToken());
        given().when(BY_SMS).thenRefused(new InvalidToken());
    }

    @Test
    void a_block_does_not_keep_anybody_from_verifying() {
        given(ALICE).when(new VerifyEmail(ID, NOON)).then(EMAIL_VERIFIED);
        given(ALICE, BLOCKED).when(new VerifyEmail(ID, NOON)).then(EMAIL_VERIFIED);
        given(ALICE, WITH_PHONE).when(new VerifyPhone(ID, NOON)).then(PHONE_VERIFIED);
        given(ALICE, WITH_PHONE, BLOCKED).when(new VerifyPhone(ID, NOON)).then(PHONE_VERIFIED);
    }

    @Test
    void nobody_verifies_for_an_account_that_is_not_there() {
        given().when(new VerifyEmail(ID, NOON)).thenRefused(new UserNotFound());
        given().when(new VerifyPhone(ID, NOON)).thenRefused(new UserNotFound());
    }

    @Test
    void a_new_address_or_number_is_to_be_verified_anew() {
        given(ALICE, EMAIL_VERIFIED, MOVED).when(BY_MAIL).then(EMAIL_VERIFIED);
        given(ALICE, WITH_PHONE, PHONE_VERIFIED, RENUMBERED).when(BY_SMS).then(PHONE_VERIFIED);
        given(ALICE, WITH_PHONE, PHONE_VERIFIED, MOVED).when(BY_SMS).thenNothingNew();
        given(ALICE, EMAIL_VERIFIED, RENUMBERED).when(BY_MAIL).thenNothingNew();
    }

    @Test
    void a_block_is_remembered_wherever_the_user_moves() {
        given(ALICE, BLOCKED, MOVED, RENUMBERED, EMAIL_VERIFIED, PHONE_VERIFIED)
                .when(BY_MAIL)
                .thenRefused(new UserIsBlocked());
    }

    @Test
    void a_sign_in_message_is_written_to_where_the_user_is_even_a_blocked_one() {
        given(ALICE).when(new RequestSignInByEmail(ID, EMAIL)).thenNothingNew();
        given(ALICE, BLOCKED).when(new RequestSignInByEmail(ID, EMAIL)).thenNothingNew();
        given(ALICE, WITH_PHONE).when(new RequestSignInByPhone(ID, PHONE)).thenNothingNew();
        given(ALICE, WITH_PHONE, BLOCKED)
                .when(new RequestSignInByPhone(ID, PHONE))
                .thenNothingNew();
    }

    @Test
    void no_sign_in_message_is_written_to_where_the_user_is_not_any_more() {
        given(ALICE, MOVED).when(new RequestSignInByEmail(ID, EMAIL)).thenRefused(new UserNotFound());
        given(ALICE, WITH_PHONE, RENUMBERED)
                .when(new RequestSignInByPhone(ID, PHONE))
                .thenRefused(new UserNotFound());
        given(ALICE).when(new RequestSignInByPhone(ID, PHONE)).thenRefused(new UserNotFound());
        given().when(new RequestSignInByEmail(ID, EMAIL)).thenRefused(new UserNotFound());
        given().when(new RequestSignInByPhone(ID, PHONE)).thenRefused(new UserNotFound());
    }

    @Test
    void an_address_is_verified_on_request_if_there_is_one_to_verify() {
        given(ALICE).when(REQUEST_EMAIL_VERIFICATION).thenNothingNew();
        given(ALICE, EMAIL_VERIFIED, MOVED).when(REQUEST_EMAIL_VERIFICATION).thenNothingNew();
        given(ANONYMOUS).when(REQUEST_EMAIL_VERIFICATION).thenRefused(new EmailNotFound());
        given(ALICE, EMAIL_VERIFIED).when(REQUEST_EMAIL_VERIFICATION).thenRefused(new EmailAlreadyVerified());
        given(ALICE, BLOCKED).when(REQUEST_EMAIL_VERIFICATION).thenRefused(new UserIsBlocked());
        given().when(REQUEST_EMAIL_VERIFICATION).thenRefused(new UserNotFound());
    }

    @Test
    void a_number_is_verified_on_request_if_there_is_one_to_verify() {
        given(ALICE, WITH_PHONE).when(REQUEST_PHONE_VERIFICATION).thenNothingNew();
        given(ALICE).when(REQUEST_PHONE_VERIFICATION).thenRefused(new PhoneNotFound());
        given(ALICE, WITH_PHONE, PHONE_VERIFIED)
                .when(REQUEST_PHONE_VERIFICATION)
                .thenRefused(new PhoneAlreadyVerified());
        given(ALICE, WITH_PHONE, BLOCKED).when(REQUEST_PHONE_VERIFICATION).thenRefused(new UserIsBlocked());
        given().when(REQUEST_PHONE_VERIFICATION).thenRefused(new UserNotFound());
    }

    private static ChangeEmail move(PasswordConfirmation passwordConfirmation) {
        return new ChangeEmail(ID, ELSEWHERE, passwordConfirmation, NOON);
    }

    private static ChangePhone renumber(PasswordConfirmation passwordConfirmation) {
        return new ChangePhone(ID, OTHER_PHONE, passwordConfirmation, NOON);
    }
}
