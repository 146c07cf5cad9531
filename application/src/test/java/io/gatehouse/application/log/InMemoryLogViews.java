package io.gatehouse.application.log;

import static java.util.Comparator.comparing;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.InMemoryEventStore.Recorded;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountEvent.EmailChanged;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import io.gatehouse.domain.account.AccountId;
import java.util.ArrayList;
import java.util.List;

/** The security log, folded from the event log at every call. */
public final class InMemoryLogViews implements LogViews {

    private final InMemoryEventStore store;

    public InMemoryLogViews(InMemoryEventStore store) {
        this.store = store;
    }

    @Override
    public List<LogEntry> of(AccountId account, int limit, int offset) {
        return entries(account).stream()
                .sorted(comparing(LogEntry::time).reversed())
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public long count(AccountId account) {
        return entries(account).size();
    }

    private static boolean isOf(AccountId account, Event event) {
        return new AccountId(event.project(), event.userId()).equals(account);
    }

    private List<LogEntry> entries(AccountId account) {
        var journal = new Journal();
        store.recorded().stream()
                .filter(recorded -> isOf(account, recorded.event()))
                .forEach(journal::note);
        return journal.entries;
    }

    /** The entries of one user, and name and address as they were after each event. */
    private static final class Journal {

        private final List<LogEntry> entries = new ArrayList<>();
        private String email = "";
        private String name = "";

        void note(Recorded recorded) {
            var event = recorded.event();
            switch (event) {
                case UserCreated e -> {
                    email = e.email() == null ? "" : e.email().value();
                    name = e.name() == null ? "" : e.name().value();
                }
                case EmailChanged e -> email = e.email().value();
                case UserNameChanged e -> name = e.name().value();
                default -> {} // changes neither name nor address
            }
            var auditAction = recorded.metadata().audit();
            if (auditAction != null) {
                entries.add(entry(auditAction, recorded));
            }
            if (event instanceof UserDeleted) {
                entries.clear();
            }
        }

        private LogEntry entry(AuditAction auditAction, Recorded recorded) {
            var event = recorded.event();
            var metadata = recorded.metadata();
            return new LogEntry(
                    auditAction.value(), event.userId(), email, name, metadata.ip(), metadata.userAgent(), event.at());
        }
    }
}
