package io.gatehouse.persistence.mfa;

import static io.gatehouse.persistence.Timestamps.utc;

import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeCreated;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeExpired;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeFailed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengePassed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeWithdrawn;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.ProjectionTable;
import io.gatehouse.persistence.Statement;
import java.util.List;

/** Table {@code challenge}: one row per challenge not yet ended by an event; may include expired ones. */
public final class ChallengeProjection implements Projection {

    private static final String CREATE =
            "insert into challenge (project_id, id, user_id, created_at, expires_at) values ($1, $2, $3, $4, $5)";

    private static final String DELETE = "delete from challenge where project_id = $1 and id = $2";

    private static final String DELETE_ALL = "delete from challenge where user_id = $1 and project_id = $2";

    @Override
    public ProjectionTable table() {
        return new ProjectionTable("challenge", "project_id", "id");
    }

    @Override
    public List<Statement> statements(RecordedChange recordedChange) {
        return switch (recordedChange.event()) {
            case MfaChallengeEvent event -> statements(event);
            case UserDeleted event -> List.of(deleteAll(event.account()));
            default -> List.of();
        };
    }

    private static List<Statement> statements(MfaChallengeEvent event) {
        return switch (event) {
            case MfaChallengeCreated e -> List.of(create(e));
            case MfaChallengePassed _, MfaChallengeWithdrawn _, MfaChallengeExpired _ ->
                List.of(delete(event.challenge()));
            case MfaChallengeFailed _ -> List.of();
        };
    }

    private static Statement create(MfaChallengeCreated e) {
        return Statement.of(
                CREATE,
                e.challenge().project().value(),
                e.challenge().value(),
                e.account().value(),
                utc(e.at()),
                utc(e.expiresAt()));
    }

    private static Statement delete(ChallengeId id) {
        return Statement.of(DELETE, id.project().value(), id.value());
    }

    private static Statement deleteAll(AccountId owner) {
        return Statement.of(DELETE_ALL, owner.value(), owner.project().value());
    }
}
