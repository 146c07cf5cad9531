package io.gatehouse.domain.account;

import static io.gatehouse.domain.Decision.accept;
import static io.gatehouse.domain.Decision.refuse;

import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Decision;
import io.gatehouse.domain.Decision.Accepted;
import io.gatehouse.domain.Refusal.EmailAlreadyVerified;
import io.gatehouse.domain.Refusal.EmailNotFound;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.PasswordHasPersonalData;
import io.gatehouse.domain.Refusal.PasswordRecentlyUsed;
import io.gatehouse.domain.Refusal.PhoneAlreadyVerified;
import io.gatehouse.domain.Refusal.PhoneNotFound;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.account.AccountCommand.BlockAccount;
import io.gatehouse.domain.account.AccountCommand.ChangeEmail;
import io.gatehouse.domain.account.AccountCommand.ChangeName;
import io.gatehouse.domain.account.AccountCommand.ChangePassword;
import io.gatehouse.domain.account.AccountCommand.ChangePhone;
import io.gatehouse.domain.account.AccountCommand.DeleteAccount;
import io.gatehouse.domain.account.AccountCommand.PasswordConfirmation;
import io.gatehouse.domain.account.AccountCommand.RecordAccess;
import io.gatehouse.domain.account.AccountCommand.ReplacePreferences;
import io.gatehouse.domain.account.AccountCommand.RequestChallenge;
import io.gatehouse.domain.account.AccountCommand.RequestEmailVerification;
import io.gatehouse.domain.account.AccountCommand.RequestPhoneVerification;
import io.gatehouse.domain.account.AccountCommand.RequestRecovery;
import io.gatehouse.domain.account.AccountCommand.RequestSignInByEmail;
import io.gatehouse.domain.account.AccountCommand.RequestSignInByPhone;
import io.gatehouse.domain.account.AccountCommand.RequireActive;
import io.gatehouse.domain.account.AccountCommand.SetRecoveredPassword;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountCommand.SignInByToken;
import io.gatehouse.domain.account.AccountCommand.SwitchMfa;
import io.gatehouse.domain.account.AccountCommand.VerifyEmail;
import io.gatehouse.domain.account.AccountCommand.VerifyPhone;
import io.gatehouse.domain.account.AccountCommand.VettedPassword;
import io.gatehouse.domain.account.AccountEvent.EmailChanged;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.account.AccountEvent.MfaDisabled;
import io.gatehouse.domain.account.AccountEvent.MfaEnabled;
import io.gatehouse.domain.account.AccountEvent.PasswordChanged;
import io.gatehouse.domain.account.AccountEvent.PasswordRehashed;
import io.gatehouse.domain.account.AccountEvent.PasswordRemembered;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneVerified;
import io.gatehouse.domain.account.AccountEvent.PreferencesReplaced;
import io.gatehouse.domain.account.AccountEvent.UserAccessed;
import io.gatehouse.domain.account.AccountEvent.UserBlocked;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The state of an account, folded from its events. Holds only what its decisions need. */
public sealed interface Account extends Aggregate<Account, AccountCommand, AccountEvent> {

    /** Never created, or deleted. */
    record Absent() implements Account {}

    /** @param password null if the account has never had one */
    record Active(@Nullable PasswordHash password, ContactDetails contacts, boolean mfa) implements Account {

        private boolean hasChangedSince(@Nullable PasswordHash compared) {
            return !Objects.equals(password, compared);
        }

        private Active with(PasswordHash newer) {
            return new Active(newer, contacts, mfa);
        }

        private Active with(ContactDetails newer) {
            return new Active(password, newer, mfa);
        }

        private Active withMfa(boolean on) {
            return new Active(password, contacts, on);
        }
    }

    record Blocked(Active before) implements Account {}

    /** Contact details; none if the account does not exist. */
    default ContactDetails contacts() {
        return this instanceof Absent ? ContactDetails.NONE : active().contacts();
    }

    /** Whether sessions need a second factor once the user has one; false if the account does not exist. */
    default boolean isMfaEnabled() {
        return !(this instanceof Absent) && active().mfa();
    }

    @Override
    default Decision<AccountEvent> decide(AccountCommand command) {
        return switch (command) {
            case SignIn c -> signIn(c);
            case SignInByToken c -> signIn(c);
            case ChangeName c -> whileActive(new UserNameChanged(c.account(), c.name(), c.at()));
            case ReplacePreferences c -> whileActive(new PreferencesReplaced(c.account(), c.preferences(), c.at()));
            case RecordAccess c -> whileActive(new UserAccessed(c.account(), c.at()));
            case ChangeEmail c ->
                whenConfirmed(c.account(), c.confirmation(), new EmailChanged(c.account(), c.email(), c.at()));
            case ChangePhone c ->
                whenConfirmed(c.account(), c.confirmation(), new PhoneChanged(c.account(), c.phone(), c.at()));
            case ChangePassword c -> changePassword(c);
            case SetRecoveredPassword c -> resetPassword(c);
            case VerifyEmail c -> whileExisting(verified(c));
            case VerifyPhone c -> whileExisting(verified(c));
            case RequestSignInByEmail c -> acceptIf(c.email().equals(contacts().email()));
            case RequestSignInByPhone c -> acceptIf(c.phone().equals(contacts().phone()));
            case RequestRecovery c -> requestRecovery(c);
            case RequestEmailVerification _ -> requestEmailVerification();
            case RequestPhoneVerification _ -> requestPhoneVerification();
            case RequestChallenge c -> requestChallenge(c);
            case SwitchMfa c -> switchMfa(c);
            case RequireActive _ -> whileActive(List.of());
            case BlockAccount c -> block(c);
            case DeleteAccount c -> whileActive(new UserDeleted(c.account(), c.at()));
        };
    }

    @Override
    default Account evolve(AccountEvent event) {
        return switch (event) {
            case UserCreated e -> new Active(e.password(), new ContactDetails(e.email(), false, null, false), false);
            case PasswordRehashed e -> keepingBlock(active().with(e.password()));
            case PasswordChanged e -> keepingBlock(active().with(e.password()));
            case EmailChanged e -> keepingBlock(active().with(contacts().withEmail(e.email())));
            case PhoneChanged e -> keepingBlock(active().with(contacts().withPhone(e.phone())));
            case EmailVerified _ -> keepingBlock(active().with(contacts().withEmailVerified()));
            case PhoneVerified _ -> keepingBlock(active().with(contacts().withPhoneVerified()));
            case MfaEnabled _ -> keepingBlock(active().withMfa(true));
            case MfaDisabled _ -> keepingBlock(active().withMfa(false));
            case UserBlocked _ -> new Blocked(active());
            case UserDeleted _ -> new Absent();
            case UserNameChanged _, PreferencesReplaced _, UserAccessed _, PasswordRemembered _ -> this;
        };
    }

    /** A wrong password is refused before a block is revealed. One that has changed since its comparison is wrong. */
    private Decision<AccountEvent> signIn(SignIn c) {
        return switch (this) {
            case Absent _ -> refuse(new InvalidCredentials());
            case Active _, Blocked _ when active().hasChangedSince(c.compared()) -> refuse(new InvalidCredentials());
            case Blocked _ -> refuse(new UserIsBlocked());
            case Active _ when c.rehashed() == null -> accept();
            case Active _ -> accept(new PasswordRehashed(c.account(), c.rehashed(), c.at()));
        };
    }

    /** A block may be revealed: the secret of the token has matched already. */
    private Decision<AccountEvent> signIn(SignInByToken c) {
        return switch (this) {
            case Absent _ -> refuse(new InvalidToken());
            case Blocked _ -> refuse(new UserIsBlocked());
            case Active _ ->
                new Accepted<>(
                        switch (c.channel()) {
                            case EMAIL -> verified(new VerifyEmail(c.account(), c.at()));
                            case PHONE -> verified(new VerifyPhone(c.account(), c.at()));
                        });
        };
    }

    /** Accounts with a password must confirm it; others adopt the one sent along. */
    private Decision<AccountEvent> whenConfirmed(
            AccountId account, PasswordConfirmation confirmation, AccountEvent event) {
        return switch (this) {
            case Absent _ -> refuse(new UserNotFound());
            case Blocked _ -> refuse(new UserIsBlocked());
            case Active a when a.hasChangedSince(confirmation.compared()) -> refuse(new InvalidCredentials());
            case Active _ when confirmation.first() == null -> accept(event);
            case Active _ ->
                new Accepted<>(List.of(new PasswordChanged(account, confirmation.first(), event.at()), event));
        };
    }

    private Decision<AccountEvent> changePassword(ChangePassword c) {
        return switch (this) {
            case Absent _ -> refuse(new UserNotFound());
            case Blocked _ -> refuse(new UserIsBlocked());
            case Active a when a.hasChangedSince(c.compared()) -> refuse(new InvalidCredentials());
            case Active _ when c.password().reused() -> refuse(new PasswordRecentlyUsed());
            case Active _ when c.password().personal() -> refuse(new PasswordHasPersonalData());
            case Active _ -> new Accepted<>(changed(c.account(), c.password(), c.at()));
        };
    }

    /**
     * Allowed for blocked accounts: blocking prevents signing in, not resetting the password. Personal data is not
     * checked (spec).
     */
    private Decision<AccountEvent> resetPassword(SetRecoveredPassword c) {
        return switch (this) {
            case Absent _ -> refuse(new InvalidToken());
            case Active _, Blocked _ when c.password().reused() -> refuse(new PasswordRecentlyUsed());
            case Active _, Blocked _ -> {
                var events = new ArrayList<>(changed(c.account(), c.password(), c.at()));
                events.addAll(verified(new VerifyEmail(c.account(), c.at())));
                yield new Accepted<>(events);
            }
        };
    }

    private static List<AccountEvent> changed(AccountId account, VettedPassword password, Instant at) {
        var changed = new PasswordChanged(account, password.hash(), at);
        return password.remembered() == 0
                ? List.of(changed)
                : List.of(changed, new PasswordRemembered(account, password.hash(), password.remembered(), at));
    }

    private List<AccountEvent> verified(VerifyEmail c) {
        return this instanceof Absent || contacts().emailVerified()
                ? List.of()
                : List.of(new EmailVerified(c.account(), c.at()));
    }

    private List<AccountEvent> verified(VerifyPhone c) {
        return this instanceof Absent || contacts().phoneVerified()
                ? List.of()
                : List.of(new PhoneVerified(c.account(), c.at()));
    }

    /** Refuses an address or a number that the account does not have, or no longer has since it was looked up. */
    private static Decision<AccountEvent> acceptIf(boolean matches) {
        return matches ? accept() : refuse(new UserNotFound());
    }

    private Decision<AccountEvent> requestRecovery(RequestRecovery c) {
        return switch (this) {
            case Absent _ -> refuse(new UserNotFound());
            case Active _, Blocked _ when !c.email().equals(contacts().email()) -> refuse(new UserNotFound());
            case Blocked _ -> refuse(new UserIsBlocked());
            case Active _ -> accept();
        };
    }

    private Decision<AccountEvent> requestEmailVerification() {
        return switch (this) {
            case Absent _ -> refuse(new UserNotFound());
            case Blocked _ -> refuse(new UserIsBlocked());
            case Active a when a.contacts().email() == null -> refuse(new EmailNotFound());
            case Active a when a.contacts().emailVerified() -> refuse(new EmailAlreadyVerified());
            case Active _ -> accept();
        };
    }

    private Decision<AccountEvent> requestPhoneVerification() {
        return switch (this) {
            case Absent _ -> refuse(new UserNotFound());
            case Blocked _ -> refuse(new UserIsBlocked());
            case Active a when a.contacts().phone() == null -> refuse(new PhoneNotFound());
            case Active a when a.contacts().phoneVerified() -> refuse(new PhoneAlreadyVerified());
            case Active _ -> accept();
        };
    }

    private Decision<AccountEvent> requestChallenge(RequestChallenge c) {
        return switch (this) {
            case Absent _ -> refuse(new UserNotFound());
            case Blocked _ -> refuse(new UserIsBlocked());
            case Active a -> a.contacts().challengeBy(c.channel());
        };
    }

    private Decision<AccountEvent> switchMfa(SwitchMfa c) {
        return switch (this) {
            case Absent _ -> refuse(new UserNotFound());
            case Blocked _ -> refuse(new UserIsBlocked());
            case Active a when a.mfa() == c.on() -> accept();
            case Active _ ->
                accept(c.on() ? new MfaEnabled(c.account(), c.at()) : new MfaDisabled(c.account(), c.at()));
        };
    }

    private Decision<AccountEvent> block(BlockAccount c) {
        return switch (this) {
            case Absent _ -> refuse(new UserNotFound());
            case Active _ -> accept(new UserBlocked(c.account(), c.at()));
            case Blocked _ -> accept();
        };
    }

    private Decision<AccountEvent> whileActive(AccountEvent event) {
        return whileActive(List.of(event));
    }

    private Decision<AccountEvent> whileActive(List<AccountEvent> events) {
        return switch (this) {
            case Absent _ -> refuse(new UserNotFound());
            case Active _ -> new Accepted<>(events);
            case Blocked _ -> refuse(new UserIsBlocked());
        };
    }

    private Decision<AccountEvent> whileExisting(List<AccountEvent> events) {
        return this instanceof Absent ? refuse(new UserNotFound()) : new Accepted<>(events);
    }

    /** Applies a change and keeps a block. */
    private Account keepingBlock(Active changed) {
        return this instanceof Blocked ? new Blocked(changed) : changed;
    }

    private Active active() {
        return switch (this) {
            case Active a -> a;
            case Blocked b -> b.before();
            case Absent _ -> throw new IllegalStateException("this history lacks its beginning");
        };
    }
}
