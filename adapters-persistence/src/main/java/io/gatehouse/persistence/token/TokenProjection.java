package io.gatehouse.persistence.token;

import static io.gatehouse.persistence.Timestamps.utc;

import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenEvent;
import io.gatehouse.domain.token.TokenEvent.RecoveryIgnored;
import io.gatehouse.domain.token.TokenEvent.TokenExpired;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenEvent.TokenRedeemed;
import io.gatehouse.domain.token.TokenEvent.TokenRequestIgnored;
import io.gatehouse.domain.token.TokenEvent.TokenWithdrawn;
import io.gatehouse.domain.token.TokenEvent.WrongCodePresented;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.ProjectionTable;
import io.gatehouse.persistence.Statement;
import java.util.List;

/** Table {@code token}: one row per token not yet ended by an event; may include expired ones. */
public final class TokenProjection implements Projection {

    private static final String CREATE = """
            insert into token (project_id, id, user_id, kind, secret, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    private static final String DELETE = "delete from token where project_id = $1 and id = $2";

    private static final String DELETE_ALL = "delete from token where user_id = $1 and project_id = $2";

    @Override
    public ProjectionTable table() {
        return new ProjectionTable("token", "project_id", "id");
    }

    @Override
    public List<Statement> statements(RecordedChange recordedChange) {
        return switch (recordedChange.event()) {
            case TokenEvent event -> statements(event);
            case UserDeleted event -> List.of(deleteAll(event.account()));
            default -> List.of();
        };
    }

    private static List<Statement> statements(TokenEvent event) {
        return switch (event) {
            case TokenIssued e -> List.of(create(e));
            case TokenRedeemed _, TokenWithdrawn _, TokenExpired _ -> List.of(delete(event.token()));
            case WrongCodePresented _, RecoveryIgnored _, TokenRequestIgnored _ -> List.of();
        };
    }

    private static Statement create(TokenIssued e) {
        return Statement.of(
                CREATE,
                e.token().project().value(),
                e.token().value(),
                e.account().value(),
                e.kind().name(),
                e.secret().value(),
                utc(e.at()),
                utc(e.expiresAt()));
    }

    private static Statement delete(TokenId id) {
        return Statement.of(DELETE, id.project().value(), id.value());
    }

    private static Statement deleteAll(AccountId owner) {
        return Statement.of(DELETE_ALL, owner.value(), owner.project().value());
    }
}
