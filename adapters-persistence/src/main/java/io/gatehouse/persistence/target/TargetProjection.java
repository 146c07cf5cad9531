package io.gatehouse.persistence.target;

import static io.gatehouse.persistence.Timestamps.utc;

import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.target.TargetEvent;
import io.gatehouse.domain.target.TargetEvent.PushTargetCreated;
import io.gatehouse.domain.target.TargetEvent.PushTargetUpdated;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.ProjectionTable;
import io.gatehouse.persistence.Statement;
import java.util.List;

/**
 * Table {@code target}: one row per target. A unique index reserves its identifier. The API returns accounts with their
 * targets, so each account row contains a copy of them.
 */
public final class TargetProjection implements Projection {

    private static final String CREATE = """
            insert into target (project_id, id, user_id, created_at, updated_at, provider_type, identifier)
            values ($1, $2, $3, $4, $4, $5, $6)""";

    private static final String READDRESS =
            "update target set identifier = $3, updated_at = $4 where project_id = $1 and id = $2";

    private static final String CREATE_PUSH = """
            insert into target
                   (project_id, id, user_id, created_at, updated_at, provider_type, identifier, name, provider_id, session_id)
            values ($1, $2, $3, $4, $4, 'push', $5, $6, $7, $8)""";

    private static final String UPDATE_PUSH = """
            update target set identifier = $3, updated_at = $4, name = $5, expired = false
             where project_id = $1 and id = $2""";

    private static final String DELETE = "delete from target where project_id = $1 and id = $2";

    private static final String DELETE_ALL = "delete from target where user_id = $1 and project_id = $2";

    /**
     * Copies the oldest 1000 targets, as many as the API returns; the bound limits the cost of each copy. Instants are
     * microseconds since the epoch, so they do not depend on the time zone of the connection.
     */
    private static final String COPY = """
            update account set targets = (
                select coalesce(jsonb_agg(to_jsonb(t) - '{project_id,user_id,session_id}'::text[] || jsonb_build_object(
                           'created_at', (extract(epoch from t.created_at) * 1000000)::bigint,
                           'updated_at', (extract(epoch from t.updated_at) * 1000000)::bigint)
                           order by t.created_at, t.id), '[]')
                  from (select * from target where user_id = $2 and project_id = $1
                         order by created_at, id limit 1000) as t)
             where project_id = $1 and id = $2""";

    @Override
    public ProjectionTable table() {
        return new ProjectionTable("target", "project_id", "id");
    }

    @Override
    public List<Statement> statements(RecordedChange recordedChange) {
        return switch (recordedChange.event()) {
            case TargetEvent event -> List.of(statement(event), copy(event));
            case UserDeleted event -> List.of(deleteAll(event.account()));
            default -> List.of();
        };
    }

    private static Statement copy(TargetEvent event) {
        return Statement.recomputing(
                COPY, event.account().project().value(), event.account().value());
    }

    private static Statement statement(TargetEvent event) {
        var project = event.target().project().value();
        var id = event.target().value();
        var at = utc(event.at());
        return switch (event) {
            case TargetCreated e ->
                Statement.of(
                        CREATE,
                        project,
                        id,
                        e.account().value(),
                        at,
                        e.providerType(),
                        e.identifier().value());
            case TargetReaddressed e ->
                Statement.of(READDRESS, project, id, e.identifier().value(), at);
            case PushTargetCreated e -> createPush(e);
            case PushTargetUpdated e ->
                Statement.of(UPDATE_PUSH, project, id, e.identifier().value(), at, e.name());
            case TargetDeleted _ -> Statement.of(DELETE, project, id);
        };
    }

    private static Statement createPush(PushTargetCreated e) {
        return Statement.of(
                CREATE_PUSH,
                e.target().project().value(),
                e.target().value(),
                e.account().value(),
                utc(e.at()),
                e.identifier().value(),
                e.name(),
                e.providerId(),
                e.session() == null ? null : e.session().value());
    }

    private static Statement deleteAll(AccountId owner) {
        return Statement.of(DELETE_ALL, owner.value(), owner.project().value());
    }
}
