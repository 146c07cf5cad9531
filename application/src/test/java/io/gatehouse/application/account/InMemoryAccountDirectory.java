package io.gatehouse.application.account;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Accounts, folded from the log at every call. */
public final class InMemoryAccountDirectory implements AccountDirectory {

    private final InMemoryEventStore store;

    public InMemoryAccountDirectory(InMemoryEventStore store) {
        this.store = store;
    }

    @Override
    public Optional<KnownAccount> findByEmail(ProjectId project, EmailAddress email) {
        return find(project, email).map(AccountView::id).flatMap(id -> credentials(id)
                .map(known -> new KnownAccount(id, known.password())));
    }

    @Override
    public Optional<AccountView> find(AccountId account) {
        return Optional.ofNullable(rows().get(account)).map(InMemoryAccount::view);
    }

    @Override
    public Optional<AccountView> find(ProjectId project, EmailAddress email) {
        return all(project).filter(account -> email.equals(account.email())).findFirst();
    }

    @Override
    public Optional<AccountView> find(ProjectId project, PhoneNumber phone) {
        return all(project).filter(account -> phone.equals(account.phone())).findFirst();
    }

    @Override
    public Optional<Credentials> credentials(AccountId account) {
        return Optional.ofNullable(rows().get(account)).map(InMemoryAccount::credentials);
    }

    @Override
    public boolean isTarget(ProjectId project, Identifier identifier) {
        return all(project)
                .flatMap(account -> account.targets().stream())
                .map(TargetView::identifier)
                .anyMatch(identifier.value()::equals);
    }

    @Override
    public Optional<TargetView> findTarget(AccountId owner, TargetId target) {
        return find(owner).stream()
                .flatMap(account -> account.targets().stream())
                .filter(view -> view.id().equals(target.value()))
                .findFirst();
    }

    @Override
    public boolean isFull(ProjectId project, int limit) {
        return all(project).count() >= limit;
    }

    private Stream<AccountView> all(ProjectId project) {
        return rows().values().stream()
                .map(InMemoryAccount::view)
                .filter(account -> account.id().project().equals(project));
    }

    private Map<AccountId, InMemoryAccount> rows() {
        var rows = new LinkedHashMap<AccountId, InMemoryAccount>();
        store.events().forEach(event -> evolve(rows, event));
        return rows;
    }

    private static void evolve(Map<AccountId, InMemoryAccount> rows, Event event) {
        switch (event) {
            case UserCreated e -> rows.put(e.account(), new InMemoryAccount(e));
            case UserDeleted e -> rows.remove(e.account());
            default ->
                Optional.ofNullable(rows.get(new AccountId(event.project(), event.userId())))
                        .ifPresent(row -> row.evolve(event));
        }
    }
}
