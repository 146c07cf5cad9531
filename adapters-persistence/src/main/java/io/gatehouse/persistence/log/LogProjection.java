package io.gatehouse.persistence.log;

import static io.gatehouse.persistence.Timestamps.utc;

import io.gatehouse.application.request.AuditAction;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.ProjectionTable;
import io.gatehouse.persistence.Statement;
import java.util.List;

/** Table {@code log}: one row per audited unit of work, with the user's e-mail address and name at that time. */
public final class LogProjection implements Projection {

    private static final String INSERT = """
            insert into log (project_id, user_id, at, event_id, event, ip, user_agent, user_email, user_name)
            select $1, $2, $3, $4, $5, $6, $7, coalesce(a.email, ''), coalesce(a.name, '')
              from account a where a.project_id = $1 and a.id = $2""";

    private static final String DELETE_ALL = "delete from log where project_id = $1 and user_id = $2";

    @Override
    public ProjectionTable table() {
        return new ProjectionTable("log", "project_id", "user_id", "at", "event_id");
    }

    @Override
    public List<Statement> statements(RecordedChange recordedChange) {
        var auditAction = recordedChange.metadata().audit();
        if (recordedChange.event() instanceof UserDeleted deleted) {
            return List.of(deleteAll(deleted.account()));
        }
        return auditAction == null ? List.of() : List.of(insert(recordedChange, auditAction));
    }

    private static Statement insert(RecordedChange recordedChange, AuditAction auditAction) {
        var event = recordedChange.event();
        return Statement.of(
                INSERT,
                event.project().value(),
                event.userId(),
                utc(event.at()),
                recordedChange.id(),
                auditAction.value(),
                recordedChange.metadata().ip().value(),
                recordedChange.metadata().userAgent().value());
    }

    private static Statement deleteAll(AccountId owner) {
        return Statement.of(DELETE_ALL, owner.project().value(), owner.value());
    }
}
