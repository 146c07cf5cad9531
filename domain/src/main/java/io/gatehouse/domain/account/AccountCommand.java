package io.gatehouse.domain.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of an account. */
public sealed interface AccountCommand {

    record CreateAccount(
            AccountId account,
            @Nullable EmailAddress email,
            @Nullable PasswordHash password,
            @Nullable UserName name,
            Instant at)
            implements AccountCommand {}

    /**
     * @param compared the hash that the typed password was compared with; null if there was none
     * @param matches whether they matched
     * @param rehashed the same password under newer parameters; null if the old ones will do
     */
    record SignIn(
            AccountId account,
            @Nullable PasswordHash compared,
            boolean matches,
            @Nullable PasswordHash rehashed,
            Instant at)
            implements AccountCommand {}

    record ChangeName(AccountId account, UserName name, Instant at) implements AccountCommand {}

    record ReplacePreferences(AccountId account, Preferences preferences, Instant at) implements AccountCommand {}

    record BlockAccount(AccountId account, Instant at) implements AccountCommand {}

    record RecordAccess(AccountId account, Instant at) implements AccountCommand {}

    /**
     * Signs in whoever redeemed a token.
     *
     * @param proof what it proved, having been sent there
     */
    record SignInByToken(AccountId account, ContactChannel channel, Instant at) implements AccountCommand {}

    /** What somebody has shown to be theirs by reading what was sent there. */
    enum ContactChannel {
        EMAIL,
        PHONE
    }

    record ChangeEmail(AccountId account, EmailAddress email, PasswordConfirmation confirmation, Instant at)
            implements AccountCommand {}

    record ChangePhone(AccountId account, PhoneNumber phone, PasswordConfirmation confirmation, Instant at)
            implements AccountCommand {}

    /**
     * The password that was typed along, and was right wherever there is one.
     *
     * @param compared the hash it matched; null if there was none
     * @param first what becomes the password of those who had none; null for those who had one
     */
    record PasswordConfirmation(
            @Nullable PasswordHash compared, @Nullable PasswordHash first) {}

    /** @param compared the hash that the old password matched; null if there was none */
    record ChangePassword(AccountId account, @Nullable PasswordHash compared, VettedPassword password, Instant at)
            implements AccountCommand {}

    /** Sets a new password for whoever redeemed a recovery token, which also proved the address. */
    record SetRecoveredPassword(AccountId account, VettedPassword password, Instant at) implements AccountCommand {}

    /**
     * A password to be, and what was found out about it.
     *
     * @param reused whether it is one of those remembered
     * @param personal whether it contains what others know of the user
     * @param remembered how many passwords the project remembers, this one included; 0 for none
     */
    record VettedPassword(PasswordHash hash, boolean reused, boolean personal, int remembered) {}

    record VerifyEmail(AccountId account, Instant at) implements AccountCommand {}

    record VerifyPhone(AccountId account, Instant at) implements AccountCommand {}

    /** Whether a message that signs in may be written to this address. */
    record RequestSignInByEmail(AccountId account, EmailAddress email) implements AccountCommand {}

    /** Whether a message that signs in may be written to this number. */
    record RequestSignInByPhone(AccountId account, PhoneNumber phone) implements AccountCommand {}

    /** Whether a message that sets a new password may be written to this address. */
    record RequestRecovery(AccountId account, EmailAddress email) implements AccountCommand {}

    record RequestEmailVerification(AccountId account) implements AccountCommand {}

    record RequestPhoneVerification(AccountId account) implements AccountCommand {}

    /** Whether the user is there and may do something that leaves the account as it is. */
    record RequireActive(AccountId account) implements AccountCommand {}

    /** Whether a challenge may be sent there. */
    record RequestChallenge(AccountId account, ContactChannel channel) implements AccountCommand {}

    record SwitchMfa(AccountId account, boolean on, Instant at) implements AccountCommand {}

    record DeleteAccount(AccountId account, Instant at) implements AccountCommand {}
}
