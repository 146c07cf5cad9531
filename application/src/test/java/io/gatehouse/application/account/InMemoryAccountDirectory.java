package io.gatehouse.application.account;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountEvent;
import io.gatehouse.domain.account.AccountEvent.PasswordRehashed;
import io.gatehouse.domain.account.AccountEvent.PreferencesReplaced;
import io.gatehouse.domain.account.AccountEvent.UserAccessed;
import io.gatehouse.domain.account.AccountEvent.UserBlocked;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts as the log tells of them, folded anew for everyone who asks. */
public final class InMemoryAccountDirectory implements AccountDirectory {

    private final InMemoryEventStore store;

    public InMemoryAccountDirectory(InMemoryEventStore store) {
        this.store = store;
    }

    @Override
    public Optional<KnownAccount> findByEmail(ProjectId project, EmailAddress email) {
        return store.all(UserCreated.class)
                .filter(e -> e.account().project().equals(project) && email.equals(e.email()))
                .map(e -> new KnownAccount(e.account(), password(e)))
                .findFirst();
    }

    private @Nullable PasswordHash password(UserCreated created) {
        var newer = store.all(PasswordRehashed.class)
                .filter(e -> e.account().equals(created.account()))
                .map(PasswordRehashed::password);
        return newer.reduce((_, last) -> last).orElse(created.password());
    }

    /** @return the account as its owner sees it */
    public Optional<AccountView> view(AccountId id) {
        var view = Optional.<AccountView>empty();
        for (var event : store.all(AccountEvent.class).toList()) {
            if (event.account().equals(id)) {
                view = Optional.of(evolved(view, event));
            }
        }
        return view;
    }

    private AccountView evolved(Optional<AccountView> view, AccountEvent event) {
        return switch (event) {
            case UserCreated e -> created(e);
            case UserNameChanged e -> view.orElseThrow().renamed(e.name(), e.at());
            case PreferencesReplaced e -> view.orElseThrow().preferring(e.preferences(), e.at());
            case UserBlocked e -> view.orElseThrow().blocked(e.at());
            case UserAccessed e -> view.orElseThrow().accessed(e.at());
            case PasswordRehashed _ -> view.orElseThrow();
        };
    }

    private AccountView created(UserCreated e) {
        return new AccountView(
                e.account(),
                e.at(),
                e.at(),
                e.name(),
                false,
                List.of(),
                e.password() == null ? null : e.at(),
                e.email(),
                null,
                false,
                false,
                false,
                Preferences.NONE,
                targets(e.account()),
                e.at());
    }

    private List<TargetView> targets(AccountId id) {
        return store.all(TargetCreated.class)
                .filter(e -> e.account().equals(id))
                .map(InMemoryAccountDirectory::target)
                .toList();
    }

    private static TargetView target(TargetCreated e) {
        var identifier = e.identifier().value();
        return new TargetView(e.target().value(), e.at(), e.at(), "", null, e.providerType(), identifier, false);
    }
}
