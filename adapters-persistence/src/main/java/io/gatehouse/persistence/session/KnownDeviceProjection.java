package io.gatehouse.persistence.session;

import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.ProjectionTable;
import io.gatehouse.persistence.Statement;
import java.util.List;

/** Table {@code known_device}: one row per user and kind of device, kept until the user is deleted. */
public final class KnownDeviceProjection implements Projection {

    private static final String INSERT =
            "insert into known_device (project_id, user_id, device) values ($1, $2, $3) on conflict do nothing";

    private static final String DELETE_ALL = "delete from known_device where project_id = $1 and user_id = $2";

    @Override
    public ProjectionTable table() {
        return new ProjectionTable("known_device", "project_id", "user_id", "device");
    }

    @Override
    public List<Statement> statements(RecordedChange recordedChange) {
        return switch (recordedChange.event()) {
            case SessionCreated event -> List.of(insert(event));
            case UserDeleted event -> List.of(deleteAll(event.account()));
            default -> List.of();
        };
    }

    private static Statement insert(SessionCreated e) {
        return Statement.of(INSERT, e.account().project().value(), e.account().value(), ClientColumns.kind(e.client()));
    }

    private static Statement deleteAll(AccountId owner) {
        return Statement.of(DELETE_ALL, owner.project().value(), owner.value());
    }
}
