package io.gatehouse.persistence.mfa;

import static io.gatehouse.persistence.Timestamps.utc;

import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodeSpent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesConcealed;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesReplaced;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.ProjectionTable;
import io.gatehouse.persistence.Statement;
import java.util.List;

/** Table {@code recovery_codes}: one row per user, with the latest set. Changes also set {@code account.updated_at}. */
public final class RecoveryCodesProjection implements Projection {

    /** Overwrites a set whose codes are all spent: no event removes such a set. */
    private static final String CREATE = """
            insert into recovery_codes (project_id, user_id, id, digests, sealed, created_at)
            values ($1, $2, $3, $4, $5, $6) on conflict (project_id, user_id) do update
               set id = excluded.id, digests = excluded.digests, sealed = excluded.sealed, created_at = excluded.created_at""";

    private static final String ONE_SET = " where project_id = $1 and user_id = $2 and id = $3";

    /** Spending the last code also deletes the encrypted codes. */
    private static final String SPEND = """
            update recovery_codes
               set digests = array_remove(digests, $4), sealed = case when digests <> array[$4] then sealed end""" + ONE_SET;

    private static final String CONCEAL = "update recovery_codes set sealed = null" + ONE_SET;

    private static final String DELETE = "delete from recovery_codes" + ONE_SET;

    private static final String DELETE_ALL = "delete from recovery_codes where project_id = $1 and user_id = $2";

    private static final String TOUCH = "update account set updated_at = $3 where project_id = $1 and id = $2";

    @Override
    public ProjectionTable table() {
        return new ProjectionTable("recovery_codes", "project_id", "user_id");
    }

    @Override
    public List<Statement> statements(RecordedChange recordedChange) {
        return switch (recordedChange.event()) {
            case RecoveryCodesEvent event -> statements(event);
            case UserDeleted event -> List.of(deleteAll(event.account()));
            default -> List.of();
        };
    }

    private static List<Statement> statements(RecoveryCodesEvent event) {
        var project = event.account().project().value();
        var user = event.account().value();
        var id = event.codes().value();
        var touch = Statement.of(TOUCH, project, user, utc(event.at()));
        return switch (event) {
            case RecoveryCodesCreated e -> List.of(create(e), touch);
            case RecoveryCodeSpent e ->
                List.of(Statement.of(SPEND, project, user, id, e.code().value()), touch);
            case RecoveryCodesConcealed _ -> List.of(Statement.of(CONCEAL, project, user, id));
            case RecoveryCodesReplaced _ -> List.of(Statement.of(DELETE, project, user, id), touch);
        };
    }

    private static Statement create(RecoveryCodesCreated e) {
        return Statement.of(
                CREATE,
                e.account().project().value(),
                e.account().value(),
                e.codes().value(),
                e.digests().stream().map(SecretDigest::value).toArray(String[]::new),
                e.sealed() == null ? null : e.sealed().value(),
                utc(e.at()));
    }

    private static Statement deleteAll(AccountId owner) {
        return Statement.of(DELETE_ALL, owner.project().value(), owner.value());
    }
}
