package io.gatehouse.persistence.target;

import static io.gatehouse.persistence.Times.utc;

import io.gatehouse.domain.target.TargetEvent;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.Statement;
import java.util.List;

/** Table {@code target}: one row per way to reach somebody, which also claims its identifier. */
public final class TargetProjection implements Projection {

    private static final String CREATE = """
            insert into target (project_id, id, user_id, created_at, updated_at, provider_type, identifier)
            values ($1, $2, $3, $4, $4, $5, $6)""";

    @Override
    public List<Statement> of(Change change) {
        return change.event() instanceof TargetEvent event ? List.of(statement(event)) : List.of();
    }

    private static Statement statement(TargetEvent event) {
        return switch (event) {
            case TargetCreated e ->
                Statement.of(
                        CREATE,
                        e.target().project().value(),
                        e.target().value(),
                        e.account().value(),
                        utc(e.at()),
                        e.providerType(),
                        e.identifier().value());
        };
    }
}
