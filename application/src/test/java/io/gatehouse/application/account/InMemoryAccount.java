package io.gatehouse.application.account;

import static java.util.Comparator.comparing;

import io.gatehouse.application.account.AccountDirectory.Credentials;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountEvent;
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
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorDeleted;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesConcealed;
import io.gatehouse.domain.target.TargetEvent;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.PushTargetCreated;
import io.gatehouse.domain.target.TargetEvent.PushTargetUpdated;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;
import io.gatehouse.domain.target.TargetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of the directory: all data of an account that the directory returns. */
final class InMemoryAccount {

    private final UserCreated created;
    private final Map<TargetId, TargetView> targets = new LinkedHashMap<>();
    private List<PasswordHash> remembered = new ArrayList<>();
    private Instant updatedAt;
    private Instant accessedAt;
    private Preferences preferences = Preferences.NONE;
    private @Nullable DisplayName name;
    private @Nullable EmailAddress email;
    private @Nullable PhoneNumber phone;
    private @Nullable PasswordHash password;
    private @Nullable Instant passwordUpdatedAt;
    private boolean blocked;
    private boolean emailVerified;
    private boolean phoneVerified;
    private boolean mfa;
    private boolean totp;

    InMemoryAccount(UserCreated created) {
        this.created = created;
        this.updatedAt = created.at();
        this.accessedAt = created.at();
        this.name = created.name();
        this.email = created.email();
        this.password = created.password();
        this.passwordUpdatedAt = created.password() == null ? null : created.at();
    }

    void evolve(Event event) {
        switch (event) {
            case AccountEvent e -> evolve(e);
            case TargetEvent e -> evolve(e);
            case AuthenticatorEvent e -> evolve(e);
            case RecoveryCodesConcealed _ -> {} // not visible to the user
            case RecoveryCodesEvent e -> updatedAt = e.at();
            default -> {} // leaves the account as it was
        }
    }

    private void evolve(AccountEvent event) {
        var before = updatedAt;
        updatedAt = event.at();
        switch (event) {
            case UserCreated _, UserDeleted _ -> throw new IllegalArgumentException("a row ends where an account does");
            case UserNameChanged e -> name = e.name();
            case PreferencesReplaced e -> preferences = e.preferences();
            case UserBlocked _ -> blocked = true;
            case UserAccessed e -> accessedAt = e.at();
            case EmailVerified _ -> emailVerified = true;
            case PhoneVerified _ -> phoneVerified = true;
            case EmailChanged e -> {
                email = e.email();
                emailVerified = false;
            }
            case PhoneChanged e -> {
                phone = e.phone();
                phoneVerified = false;
            }
            case PasswordChanged e -> {
                password = e.password();
                passwordUpdatedAt = e.at();
            }
            case PasswordRehashed e -> {
                password = e.password();
                updatedAt = before;
            }
            case PasswordRemembered e -> {
                remember(e);
                updatedAt = before;
            }
            case MfaEnabled _ -> mfa = true;
            case MfaDisabled _ -> mfa = false;
        }
    }

    private void remember(PasswordRemembered e) {
        remembered.add(e.password());
        remembered = new ArrayList<>(remembered.subList(Math.max(0, remembered.size() - e.most()), remembered.size()));
    }

    private void evolve(AuthenticatorEvent event) {
        switch (event) {
            case AuthenticatorCreated _ -> {} // proves nothing yet
            case AuthenticatorVerified _ -> totp = true;
            case AuthenticatorDeleted _ -> totp = false;
        }
    }

    private void evolve(TargetEvent event) {
        switch (event) {
            case TargetCreated e -> targets.put(e.target(), target(e));
            case PushTargetCreated e -> targets.put(e.target(), target(e));
            case TargetReaddressed e -> readdress(e.target(), "", e.identifier(), e.at());
            case PushTargetUpdated e -> readdress(e.target(), e.name(), e.identifier(), e.at());
            case TargetDeleted e -> targets.remove(e.target());
        }
    }

    private void readdress(TargetId target, String name, Identifier to, Instant at) {
        targets.computeIfPresent(
                target,
                (_, old) -> new TargetView(
                        old.id(), old.createdAt(), at, name, old.providerId(), old.providerType(), to.value(), false));
    }

    private static TargetView target(TargetCreated e) {
        var identifier = e.identifier().value();
        return new TargetView(e.target().value(), e.at(), e.at(), "", null, e.providerType(), identifier, false);
    }

    private static TargetView target(PushTargetCreated e) {
        var identifier = e.identifier().value();
        return new TargetView(e.target().value(), e.at(), e.at(), e.name(), e.providerId(), "push", identifier, false);
    }

    Credentials credentials() {
        return new Credentials(password, List.copyOf(remembered));
    }

    List<TargetView> targets() {
        return targets.values().stream()
                .sorted(comparing(TargetView::createdAt))
                .toList();
    }

    AccountView view() {
        return new AccountView(
                created.account(),
                created.at(),
                updatedAt,
                name,
                blocked,
                List.of(),
                passwordUpdatedAt,
                email,
                phone,
                emailVerified,
                phoneVerified,
                mfa,
                totp,
                preferences,
                targets(),
                accessedAt);
    }
}
