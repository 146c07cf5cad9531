package io.gatehouse.persistence.target;

import io.gatehouse.application.inventory.RegisteredTarget;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.persistence.Database;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/** Lists the push targets of an account, for decisions about all of them. */
public final class PostgresRegisteredTargets {

    private static final String BY_USER = """
            select id, session_id from target
             where user_id = $1 and project_id = $2 and provider_type = 'push' order by created_at, id""";

    private final Database database;

    public PostgresRegisteredTargets(Database database) {
        this.database = database;
    }

    /** @return oldest first */
    public List<RegisteredTarget> of(AccountId account) {
        var targets = new ArrayList<RegisteredTarget>();
        for (var row :
                database.lookUp(BY_USER, account.value(), account.project().value())) {
            targets.add(target(account.project(), row));
        }
        return targets;
    }

    private static RegisteredTarget target(ProjectId project, Row row) {
        String session = row.getString("session_id");
        return new RegisteredTarget(
                new TargetId(project, row.getString("id")), session == null ? null : new SessionId(project, session));
    }
}
