package io.gatehouse.persistence.session;

import static io.gatehouse.persistence.Timestamps.utc;

import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.SessionEvent;
import io.gatehouse.domain.session.SessionEvent.SessionChallengePassed;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionEvicted;
import io.gatehouse.domain.session.SessionEvent.SessionExpired;
import io.gatehouse.domain.session.SessionEvent.SessionExtended;
import io.gatehouse.domain.session.SessionEvent.SessionFactorAdded;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.ProjectionTable;
import io.gatehouse.persistence.Statement;
import java.util.List;

/** Table {@code session}: one row per session not yet ended by an event; may include expired ones. */
public final class SessionProjection implements Projection {

    private static final String CREATE = """
            insert into session
                   (project_id, id, user_id, created_at, updated_at, expires_at, secret, provider, provider_uid, ip, client,
                    country_code, factors)
            values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12)""";

    private static final String DELETE = "delete from session where project_id = $1 and id = $2";

    private static final String EXTEND =
            "update session set expires_at = $3, updated_at = $4 where project_id = $1 and id = $2";

    private static final String ADD_FACTOR =
            "update session set factors = array_append(factors, $3), updated_at = $4 where project_id = $1 and id = $2";

    private static final String RECORD_CHALLENGE =
            "update session set mfa_updated_at = $3, updated_at = $3 where project_id = $1 and id = $2";

    private static final String DELETE_ALL = "delete from session where user_id = $1 and project_id = $2";

    @Override
    public ProjectionTable table() {
        return new ProjectionTable("session", "project_id", "id");
    }

    @Override
    public List<Statement> statements(RecordedChange recordedChange) {
        return switch (recordedChange.event()) {
            case SessionEvent event -> List.of(statement(event));
            case UserDeleted event -> List.of(deleteAll(event.account()));
            default -> List.of();
        };
    }

    private static Statement statement(SessionEvent event) {
        var project = event.session().project().value();
        var id = event.session().value();
        return switch (event) {
            case SessionCreated e ->
                Statement.of(
                        CREATE,
                        project,
                        id,
                        e.account().value(),
                        utc(e.at()),
                        utc(e.expiresAt()),
                        e.secret().value(),
                        e.provider(),
                        e.providerUid().value(),
                        e.ip().value(),
                        ClientColumns.array(e.client()),
                        e.countryCode(),
                        e.factors().stream().map(AuthenticationFactor::value).toArray(String[]::new));
            case SessionExtended e -> Statement.of(EXTEND, project, id, utc(e.expiresAt()), utc(e.at()));
            case SessionFactorAdded e ->
                Statement.of(ADD_FACTOR, project, id, e.factor().value(), utc(e.at()));
            case SessionChallengePassed e -> Statement.of(RECORD_CHALLENGE, project, id, utc(e.at()));
            case SessionRevoked _, SessionEvicted _, SessionExpired _ -> Statement.of(DELETE, project, id);
        };
    }

    private static Statement deleteAll(AccountId owner) {
        return Statement.of(DELETE_ALL, owner.value(), owner.project().value());
    }
}
