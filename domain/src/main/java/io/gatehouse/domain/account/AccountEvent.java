package io.gatehouse.domain.account;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to an account. */
public sealed interface AccountEvent extends Event {

    AccountId account();

    @Override
    default ProjectId project() {
        return account().project();
    }

    @Override
    default String userId() {
        return account().value();
    }

    /**
     * @param email null when created without one (anonymous, phone)
     * @param password null when created without one (OAuth2, magic URL, phone, anonymous)
     * @param name null when none was given
     */
    record UserCreated(
            AccountId account,
            @Nullable EmailAddress email,
            @Nullable PasswordHash password,
            @Nullable DisplayName name,
            Instant at)
            implements AccountEvent {}

    record UserNameChanged(AccountId account, DisplayName name, Instant at) implements AccountEvent {}

    /** @param preferences all preferences, not a difference */
    record PreferencesReplaced(AccountId account, Preferences preferences, Instant at) implements AccountEvent {}

    /** The same password, hashed with newer parameters; nothing changes for the user. */
    record PasswordRehashed(AccountId account, PasswordHash password, Instant at) implements AccountEvent {}

    record UserBlocked(AccountId account, Instant at) implements AccountEvent {}

    /** Recorded at most about every 24 h; concurrent requests may each record one. */
    record UserAccessed(AccountId account, Instant at) implements AccountEvent {}

    /** The new address is not verified, even if the old one was. */
    record EmailChanged(AccountId account, EmailAddress email, Instant at) implements AccountEvent {}

    /** The new number is not verified, even if the old one was. */
    record PhoneChanged(AccountId account, PhoneNumber phone, Instant at) implements AccountEvent {}

    record EmailVerified(AccountId account, Instant at) implements AccountEvent {}

    record PhoneVerified(AccountId account, Instant at) implements AccountEvent {}

    /** From now on sessions need a second factor once the user has one. */
    record MfaEnabled(AccountId account, Instant at) implements AccountEvent {}

    record MfaDisabled(AccountId account, Instant at) implements AccountEvent {}

    /** The user has a first or a new password. */
    record PasswordChanged(AccountId account, PasswordHash password, Instant at) implements AccountEvent {}

    /**
     * A password was added to the password history, whose passwords cannot be chosen again.
     *
     * @param most how many passwords the history keeps, this one included; older ones are removed
     */
    record PasswordRemembered(AccountId account, PasswordHash password, int most, Instant at) implements AccountEvent {}

    /** Deleted with all the user's sessions, tokens, targets and log entries. ID and address may be used again. */
    record UserDeleted(AccountId account, Instant at) implements AccountEvent {}
}
