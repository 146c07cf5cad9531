package io.gatehouse.persistence.session;

import static io.gatehouse.persistence.Timestamps.instant;
import static io.gatehouse.persistence.Timestamps.instantOrNull;
import static io.gatehouse.persistence.Timestamps.utc;

import io.gatehouse.application.session.SessionAuthentication;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.account.AccountRows;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a session and its account. The most frequent query: one statement, one round trip, index lookups only. */
public final class PostgresSessionAuthentication implements SessionAuthentication {

    private static final String COLUMNS = """
            select s.id as session_id, s.created_at as session_created_at, s.updated_at as session_updated_at, s.expires_at,
                   s.provider, s.provider_uid, s.ip, s.client, s.country_code, s.factors, s.mfa_updated_at,
            """ + AccountRows.COLUMNS;

    private static final String SIGNED_IN = COLUMNS + """

              from session s join account a on a.project_id = s.project_id and a.id = s.user_id
             where s.project_id = $1 and s.user_id = $2 and s.expires_at >= $3""";

    private static final String BY_SECRET = SIGNED_IN + " and s.secret = $4";

    private static final String BY_ID = SIGNED_IN + " and s.id = $4";

    /**
     * One index lookup of each table for each secret. The limits keep the planner from joining the tables as a whole,
     * which it does if it plans the statement while they are small.
     */
    private static final String BY_FIRST_SECRET = COLUMNS + """
            , a.id as user_id
              from unnest($2::text[], $3::text[]) with ordinality as presented (user_id, secret, place)
             cross join lateral (select * from session
                                  where project_id = $1 and user_id = presented.user_id and secret = presented.secret
                                    and expires_at >= $4
                                  limit 1) s
             cross join lateral (select * from account where project_id = $1 and id = s.user_id limit 1) a
             order by presented.place limit 1""";

    private final Database database;

    public PostgresSessionAuthentication(Database database) {
        this.database = database;
    }

    @Override
    public Optional<AuthenticatedSession> authenticate(AccountId claimed, SecretDigest secret, Instant now) {
        return authenticate(claimed, BY_SECRET, secret.value(), now);
    }

    @Override
    public Optional<AuthenticatedSession> authenticate(List<ClaimedSession> presented, Instant now) {
        if (presented.size() < 2) {
            return presented.stream()
                    .flatMap(only -> authenticate(only.account(), only.secret(), now).stream())
                    .findFirst();
        }
        var project = presented.getFirst().account().project();
        var users = presented.stream().map(one -> one.account().value()).toArray(String[]::new);
        var secrets = presented.stream().map(one -> one.secret().value()).toArray(String[]::new);
        for (var row : database.lookUp(BY_FIRST_SECRET, project.value(), users, secrets, utc(now))) {
            var account = new AccountId(project, row.getString("user_id"));
            return Optional.of(new AuthenticatedSession(AccountRows.view(account, row), session(account, row)));
        }
        return Optional.empty();
    }

    @Override
    public Optional<AuthenticatedSession> authenticate(AccountId claimed, SessionId session, Instant now) {
        return authenticate(claimed, BY_ID, session.value(), now);
    }

    private Optional<AuthenticatedSession> authenticate(AccountId claimed, String sql, String presented, Instant now) {
        var project = claimed.project().value();
        for (var row : database.lookUp(sql, project, claimed.value(), utc(now), presented)) {
            return Optional.of(new AuthenticatedSession(AccountRows.view(claimed, row), session(claimed, row)));
        }
        return Optional.empty();
    }

    private static SessionView session(AccountId account, Row row) {
        return new SessionView(
                new SessionId(account.project(), row.getString("session_id")),
                account.value(),
                instant(row, "session_created_at"),
                instant(row, "session_updated_at"),
                instant(row, "expires_at"),
                row.getString("provider"),
                row.getString("provider_uid"),
                row.getString("ip"),
                ClientColumns.client(row.getArrayOfStrings("client")),
                row.getString("country_code"),
                Stream.of(row.getArrayOfStrings("factors"))
                        .map(AuthenticationFactor::of)
                        .toList(),
                instantOrNull(row, "mfa_updated_at"));
    }
}
