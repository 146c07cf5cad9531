package io.gatehouse.persistence.log;

import io.gatehouse.application.log.LogViews;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.persistence.HibernateQueries;
import java.util.List;

/** Reads table {@code log} along its primary key, newest first. */
public final class HibernateLogViews implements LogViews {

    private final HibernateQueries hibernateQueries;

    public HibernateLogViews(HibernateQueries hibernateQueries) {
        this.hibernateQueries = hibernateQueries;
    }

    @Override
    public List<LogEntry> of(AccountId account, int limit, int offset) {
        var newestFirst = "from LogRow where project = :project and userId = :user order by at desc, eventId desc";
        var found = hibernateQueries.read(session -> session.createSelectionQuery(newestFirst, LogRow.class)
                .setParameter("project", account.project().value())
                .setParameter("user", account.value())
                .setMaxResults(limit)
                .setFirstResult(offset)
                .getResultList());
        return found.stream().map(LogRow::entry).toList();
    }

    @Override
    public long count(AccountId account) {
        var all = "select count(*) from LogRow where project = :project and userId = :user";
        return hibernateQueries.read(session -> session.createSelectionQuery(all, Long.class)
                .setParameter("project", account.project().value())
                .setParameter("user", account.value())
                .getSingleResult());
    }
}
