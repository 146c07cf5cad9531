package io.gatehouse.application.log;

import static java.util.Comparator.comparing;

import io.gatehouse.application.Audit;
import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.InMemoryEventStore.Recorded;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import io.gatehouse.domain.account.AccountId;
import java.util.ArrayList;
import java.util.List;

/** The security log, read off the log of events. */
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

    private List<LogEntry> entries(AccountId account) {
        var entries = new ArrayList<LogEntry>();
        var email = "";
        var name = "";
        for (var recorded : store.recorded()) {
            if (!recorded.event().account().equals(account)) {
                continue;
            }
            if (recorded.event() instanceof UserCreated created) {
                email = created.email() == null ? "" : created.email().value();
                name = created.name() == null ? "" : created.name().value();
            }
            if (recorded.event() instanceof UserNameChanged changed) {
                name = changed.name().value();
            }
            var audit = recorded.occasion().audit();
            if (audit != null) {
                entries.add(entry(audit, recorded, email, name));
            }
        }
        return entries;
    }

    private static LogEntry entry(Audit audit, Recorded recorded, String email, String name) {
        var event = recorded.event();
        var occasion = recorded.occasion();
        return new LogEntry(
                audit.value(), event.account().value(), email, name, occasion.ip(), occasion.userAgent(), event.at());
    }
}
