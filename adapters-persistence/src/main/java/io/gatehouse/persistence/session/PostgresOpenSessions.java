package io.gatehouse.persistence.session;

import static io.gatehouse.persistence.Timestamps.instant;

import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.persistence.Database;
import java.util.ArrayList;
import java.util.List;

/** Lists the open sessions of an account, for decisions about all of them. */
public final class PostgresOpenSessions {

    private static final String BY_USER =
            "select id, expires_at from session where user_id = $1 and project_id = $2 order by created_at, id";

    private final Database database;

    public PostgresOpenSessions(Database database) {
        this.database = database;
    }

    /** @return oldest first, including expired ones */
    public List<OpenSession> of(AccountId account) {
        var sessions = new ArrayList<OpenSession>();
        for (var row :
                database.lookUp(BY_USER, account.value(), account.project().value())) {
            var id = new SessionId(account.project(), row.getString("id"));
            sessions.add(new OpenSession(id, instant(row, "expires_at")));
        }
        return sessions;
    }
}
