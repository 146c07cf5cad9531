package io.gatehouse.persistence.session;

import static io.gatehouse.persistence.Timestamps.utc;

import io.gatehouse.application.housekeeping.ExpireOverdue.OverdueItems;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.persistence.Database;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Finds expired sessions, tokens and challenges through the indexes on their expiry. */
public final class PostgresOverdueItems implements OverdueItems {

    private static final String SESSIONS =
            "select project_id, id, user_id from session where expires_at < $1 order by expires_at limit $2";

    private static final String TOKENS =
            "select project_id, id from token where expires_at < $1 order by expires_at limit $2";

    private static final String CHALLENGES =
            "select project_id, id from challenge where expires_at < $1 order by expires_at limit $2";

    private final Database database;

    public PostgresOverdueItems(Database database) {
        this.database = database;
    }

    @Override
    public List<OverdueSession> sessions(Instant expiredBefore, int most) {
        return find(SESSIONS, expiredBefore, most, PostgresOverdueItems::session);
    }

    @Override
    public List<TokenId> tokens(Instant expiredBefore, int most) {
        return find(TOKENS, expiredBefore, most, (project, row) -> new TokenId(project, row.getString("id")));
    }

    @Override
    public List<ChallengeId> challenges(Instant expiredBefore, int most) {
        return find(CHALLENGES, expiredBefore, most, (project, row) -> new ChallengeId(project, row.getString("id")));
    }

    private static OverdueSession session(ProjectId project, Row row) {
        return new OverdueSession(
                new SessionId(project, row.getString("id")), new AccountId(project, row.getString("user_id")));
    }

    private <T> List<T> find(String sql, Instant expiredBefore, int most, BiFunction<ProjectId, Row, T> item) {
        var found = new ArrayList<T>();
        for (var row : database.lookUp(sql, utc(expiredBefore), (long) most)) {
            found.add(item.apply(new ProjectId(row.getString("project_id")), row));
        }
        return found;
    }
}
