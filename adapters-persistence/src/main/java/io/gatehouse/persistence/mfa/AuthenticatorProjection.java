package io.gatehouse.persistence.mfa;

import static io.gatehouse.persistence.Timestamps.utc;

import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorDeleted;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.ProjectionTable;
import io.gatehouse.persistence.Statement;
import java.util.List;

/** Table {@code authenticator}: one row per user who has one. Copies to {@code account.totp} whether it is verified. */
public final class AuthenticatorProjection implements Projection {

    private static final String CREATE = """
            insert into authenticator (project_id, user_id, id, secret, created_at) values ($1, $2, $3, $4, $5)""";

    private static final String VERIFY =
            "update authenticator set verified = true where project_id = $1 and user_id = $2 and id = $3";

    private static final String DELETE = "delete from authenticator where project_id = $1 and user_id = $2 and id = $3";

    private static final String DELETE_ALL = "delete from authenticator where project_id = $1 and user_id = $2";

    /** Leaves {@code account.updated_at} unchanged: to users, the authenticator is not part of the account. */
    private static final String COPY = """
            update account set totp = exists (
                select from authenticator where project_id = $1 and user_id = $2 and verified)
             where project_id = $1 and id = $2""";

    @Override
    public ProjectionTable table() {
        return new ProjectionTable("authenticator", "project_id", "user_id");
    }

    @Override
    public List<Statement> statements(RecordedChange recordedChange) {
        return switch (recordedChange.event()) {
            case AuthenticatorEvent event -> statements(event);
            case UserDeleted event -> List.of(statements(DELETE_ALL, event.account()));
            default -> List.of();
        };
    }

    private static List<Statement> statements(AuthenticatorEvent event) {
        return switch (event) {
            case AuthenticatorCreated e -> List.of(create(e));
            case AuthenticatorVerified e -> List.of(statements(VERIFY, e), statements(COPY, e.account()));
            case AuthenticatorDeleted e -> List.of(statements(DELETE, e), statements(COPY, e.account()));
        };
    }

    private static Statement create(AuthenticatorCreated e) {
        return Statement.of(
                CREATE,
                e.account().project().value(),
                e.account().value(),
                e.authenticator().value(),
                e.secret().value(),
                utc(e.at()));
    }

    private static Statement statements(String sql, AuthenticatorEvent e) {
        return Statement.of(
                sql,
                e.account().project().value(),
                e.account().value(),
                e.authenticator().value());
    }

    private static Statement statements(String sql, AccountId owner) {
        return Statement.of(sql, owner.project().value(), owner.value());
    }
}
