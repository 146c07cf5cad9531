package io.gatehouse.domain.account;

import io.gatehouse.domain.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to an account. */
public sealed interface AccountEvent extends Event {

    /**
     * @param email null for those who came without one (anonymous, phone)
     * @param password null when created without one (OAuth2, magic URL, phone, anonymous)
     * @param name null when none was given
     */
    record UserCreated(
            AccountId account,
            @Nullable EmailAddress email,
            @Nullable PasswordHash password,
            @Nullable UserName name,
            Instant at)
            implements AccountEvent {}

    record UserNameChanged(AccountId account, UserName name, Instant at) implements AccountEvent {}

    /** The whole object, not a difference. */
    record PreferencesReplaced(AccountId account, Preferences preferences, Instant at) implements AccountEvent {}

    /** The same password under newer hashing parameters; to the user nothing changed. */
    record PasswordRehashed(AccountId account, PasswordHash password, Instant at) implements AccountEvent {}

    record UserBlocked(AccountId account, Instant at) implements AccountEvent {}

    /** Told about once in 24 hours: two requests at the same moment may both tell it. */
    record UserAccessed(AccountId account, Instant at) implements AccountEvent {}

    /** The new address is not verified, even if the old one was. */
    record EmailChanged(AccountId account, EmailAddress email, Instant at) implements AccountEvent {}

    /** The new number is not verified, even if the old one was. */
    record PhoneChanged(AccountId account, PhoneNumber phone, Instant at) implements AccountEvent {}

    record EmailVerified(AccountId account, Instant at) implements AccountEvent {}

    record PhoneVerified(AccountId account, Instant at) implements AccountEvent {}

    /** From now on sessions need a second factor, as soon as the user has one. */
    record MfaEnabled(AccountId account, Instant at) implements AccountEvent {}

    record MfaDisabled(AccountId account, Instant at) implements AccountEvent {}

    /** The user's first password, or another one. */
    record PasswordChanged(AccountId account, PasswordHash password, Instant at) implements AccountEvent {}

    /**
     * A password enters the history of those that may not be chosen again.
     *
     * @param most how many the history keeps, this one included; the oldest are forgotten
     */
    record PasswordRemembered(AccountId account, PasswordHash password, int most, Instant at) implements AccountEvent {}

    /** With everything that was the user's: sessions, tokens, targets, log entries. ID and address are free again. */
    record UserDeleted(AccountId account, Instant at) implements AccountEvent {}
}
