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

    record NoteAccess(AccountId account, Instant at) implements AccountCommand {}
}
