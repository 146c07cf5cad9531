package io.gatehouse.domain.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All commands to an account. */
public sealed interface AccountCommand {

    /**
     * @param compared the stored hash that the sent password matched
     * @param rehashed the same password hashed with the current parameters; null if the stored hash already uses them
     */
    record SignIn(
            AccountId account,
            PasswordHash compared,
            @Nullable PasswordHash rehashed,
            Instant at) implements AccountCommand {}

    record ChangeName(AccountId account, DisplayName name, Instant at) implements AccountCommand {}

    record ReplacePreferences(AccountId account, Preferences preferences, Instant at) implements AccountCommand {}

    record BlockAccount(AccountId account, Instant at) implements AccountCommand {}

    record RecordAccess(AccountId account, Instant at) implements AccountCommand {}

    /**
     * Signs in the user whose token was redeemed.
     *
     * @param channel where the token was sent; signing in verifies that contact
     */
    record SignInByToken(AccountId account, ContactChannel channel, Instant at) implements AccountCommand {}

    /** Where a token or a challenge code is sent: to the e-mail address or the phone number. */
    enum ContactChannel {
        EMAIL,
        PHONE
    }

    record ChangeEmail(AccountId account, EmailAddress email, PasswordConfirmation confirmation, Instant at)
            implements AccountCommand {}

    record ChangePhone(AccountId account, PhoneNumber phone, PasswordConfirmation confirmation, Instant at)
            implements AccountCommand {}

    /**
     * The result of checking the password sent with the request: it was correct, or the account has none.
     *
     * @param compared the stored hash it matched; null if there was none
     * @param first the hash of the account's first password; null if the account had one already
     */
    record PasswordConfirmation(
            @Nullable PasswordHash compared, @Nullable PasswordHash first) {}

    /** @param compared the stored hash that the old password matched; null if there was none */
    record ChangePassword(AccountId account, @Nullable PasswordHash compared, VettedPassword password, Instant at)
            implements AccountCommand {}

    /** Sets a new password after a recovery token was redeemed, which also verifies the e-mail address. */
    record SetRecoveredPassword(AccountId account, VettedPassword password, Instant at) implements AccountCommand {}

    /**
     * A new password with the results of its checks.
     *
     * @param reused whether it is in the password history
     * @param personal whether it contains personal data of the user, see {@link UserFacts}
     * @param remembered how many passwords the project's history keeps, this one included; 0 for none
     */
    record VettedPassword(PasswordHash hash, boolean reused, boolean personal, int remembered) {}

    record VerifyEmail(AccountId account, Instant at) implements AccountCommand {}

    record VerifyPhone(AccountId account, Instant at) implements AccountCommand {}

    /** Asks whether a sign-in message may be sent to this address. */
    record RequestSignInByEmail(AccountId account, EmailAddress email) implements AccountCommand {}

    /** Asks whether a sign-in message may be sent to this number. */
    record RequestSignInByPhone(AccountId account, PhoneNumber phone) implements AccountCommand {}

    /** Asks whether a password recovery message may be sent to this address. */
    record RequestRecovery(AccountId account, EmailAddress email) implements AccountCommand {}

    record RequestEmailVerification(AccountId account) implements AccountCommand {}

    record RequestPhoneVerification(AccountId account) implements AccountCommand {}

    /** Requires that the account exists and is not blocked; changes nothing. */
    record RequireActive(AccountId account) implements AccountCommand {}

    /** Asks whether a challenge code may be sent through this channel. */
    record RequestChallenge(AccountId account, ContactChannel channel) implements AccountCommand {}

    record SwitchMfa(AccountId account, boolean on, Instant at) implements AccountCommand {}

    record DeleteAccount(AccountId account, Instant at) implements AccountCommand {}
}
