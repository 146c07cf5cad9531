package io.gatehouse.persistence.session;

import io.gatehouse.application.session.SessionView;
import io.gatehouse.application.session.SessionViews;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.persistence.HibernateQueries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads table {@code session}. */
public final class HibernateSessionViews implements SessionViews {

    private static final String VALID =
            "from SessionRow where project = :project and userId = :user and expiresAt >= :now";

    private final HibernateQueries hibernateQueries;

    public HibernateSessionViews(HibernateQueries hibernateQueries) {
        this.hibernateQueries = hibernateQueries;
    }

    @Override
    public List<SessionView> of(AccountId account, Instant now) {
        var found = hibernateQueries.read(
                session -> session.createSelectionQuery(VALID + " order by createdAt, id", SessionRow.class)
                        .setParameter("project", account.project().value())
                        .setParameter("user", account.value())
                        .setParameter("now", now)
                        .getResultList());
        return found.stream().map(SessionRow::view).toList();
    }

    @Override
    public Optional<SessionView> find(AccountId account, SessionId id, Instant now) {
        var found =
                hibernateQueries.read(session -> session.createSelectionQuery(VALID + " and id = :id", SessionRow.class)
                        .setParameter("project", account.project().value())
                        .setParameter("user", account.value())
                        .setParameter("now", now)
                        .setParameter("id", id.value())
                        .getResultList());
        return found.stream().map(SessionRow::view).findFirst();
    }
}
