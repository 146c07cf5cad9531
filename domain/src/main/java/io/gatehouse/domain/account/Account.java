package io.gatehouse.domain.account;

import static io.gatehouse.domain.Decision.accept;
import static io.gatehouse.domain.Decision.refuse;

import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Decision;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.account.AccountCommand.BlockAccount;
import io.gatehouse.domain.account.AccountCommand.ChangeName;
import io.gatehouse.domain.account.AccountCommand.CreateAccount;
import io.gatehouse.domain.account.AccountCommand.NoteAccess;
import io.gatehouse.domain.account.AccountCommand.ReplacePreferences;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountEvent.PasswordRehashed;
import io.gatehouse.domain.account.AccountEvent.PreferencesReplaced;
import io.gatehouse.domain.account.AccountEvent.UserAccessed;
import io.gatehouse.domain.account.AccountEvent.UserBlocked;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An account as its events left it. It remembers only what its decisions need. */
public sealed interface Account extends Aggregate<Account, AccountCommand, AccountEvent> {

    record Absent() implements Account {}

    /** @param password null while the user never had one */
    record Active(@Nullable PasswordHash password) implements Account {}

    record Blocked(Active before) implements Account {}

    @Override
    default Decision<AccountEvent> decide(AccountCommand command) {
        return switch (command) {
            case CreateAccount c -> create(c);
            case SignIn c -> signIn(c);
            case ChangeName c -> whileActive(new UserNameChanged(c.account(), c.name(), c.at()));
            case ReplacePreferences c -> whileActive(new PreferencesReplaced(c.account(), c.preferences(), c.at()));
            case NoteAccess c -> whileActive(new UserAccessed(c.account(), c.at()));
            case BlockAccount c -> block(c);
        };
    }

    @Override
    default Account evolve(AccountEvent event) {
        return switch (event) {
            case UserCreated e -> new Active(e.password());
            case PasswordRehashed e -> withPassword(e.password());
            case UserBlocked _ -> new Blocked(active());
            case UserNameChanged _, PreferencesReplaced _, UserAccessed _ -> this;
        };
    }

    private Decision<AccountEvent> create(CreateAccount c) {
        return switch (this) {
            case Absent _ -> accept(new UserCreated(c.account(), c.email(), c.password(), c.name(), c.at()));
            case Active _, Blocked _ -> refuse(new UserAlreadyExists());
        };
    }

    /** A wrong password is answered before a block is revealed; a password that has moved meanwhile is a wrong one. */
    private Decision<AccountEvent> signIn(SignIn c) {
        return switch (this) {
            case Absent _ -> refuse(new InvalidCredentials());
            case Active _, Blocked _ when !c.matches() || hasMovedSince(c) -> refuse(new InvalidCredentials());
            case Blocked _ -> refuse(new UserIsBlocked());
            case Active _ when c.rehashed() == null -> accept();
            case Active _ -> accept(new PasswordRehashed(c.account(), c.rehashed(), c.at()));
        };
    }

    private boolean hasMovedSince(SignIn c) {
        return !Objects.equals(active().password(), c.compared());
    }

    private Decision<AccountEvent> block(BlockAccount c) {
        return switch (this) {
            case Absent _ -> refuse(new UserNotFound());
            case Active _ -> accept(new UserBlocked(c.account(), c.at()));
            case Blocked _ -> accept();
        };
    }

    private Decision<AccountEvent> whileActive(AccountEvent event) {
        return switch (this) {
            case Absent _ -> refuse(new UserNotFound());
            case Active _ -> accept(event);
            case Blocked _ -> refuse(new UserIsBlocked());
        };
    }

    private Account withPassword(PasswordHash password) {
        return switch (this) {
            case Blocked _ -> new Blocked(new Active(password));
            case Active _, Absent _ -> new Active(password);
        };
    }

    private Active active() {
        return switch (this) {
            case Active a -> a;
            case Blocked b -> b.before();
            case Absent _ -> throw new IllegalStateException("this history lacks its beginning");
        };
    }
}
