package io.gatehouse.persistence.session;

import static io.gatehouse.persistence.Times.utc;

import io.gatehouse.application.session.ClearAway.Remains;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.persistence.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Finds what has run out along the indexes on expiry. */
public final class PostgresRemains implements Remains {

    private static final String SESSIONS =
            "select project_id, id from session where expires_at < $1 order by expires_at limit $2";

    private static final String TOKENS =
            "select project_id, id from user_token where expires_at < $1 order by expires_at limit $2";

    private final Database database;

    public PostgresRemains(Database database) {
        this.database = database;
    }

    @Override
    public List<SessionId> sessions(Instant expiredBefore, int most) {
        return find(SESSIONS, expiredBefore, most, SessionId::new);
    }

    @Override
    public List<TokenId> tokens(Instant expiredBefore, int most) {
        return find(TOKENS, expiredBefore, most, TokenId::new);
    }

    private <T> List<T> find(String sql, Instant expiredBefore, int most, BiFunction<ProjectId, String, T> id) {
        var found = new ArrayList<T>();
        for (var row : database.lookUp(sql, utc(expiredBefore), (long) most)) {
            found.add(id.apply(new ProjectId(row.getString("project_id")), row.getString("id")));
        }
        return found;
    }
}
