package io.gatehouse.persistence.session;

import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.Statement;
import io.gatehouse.persistence.View;
import java.util.List;

/** Table {@code known_device}: one row per user and kind of device. It outlives the session, but not the user. */
public final class KnownDeviceProjection implements Projection {

    private static final String REMEMBER =
            "insert into known_device (project_id, user_id, device) values ($1, $2, $3) on conflict do nothing";

    private static final String FORGET = "delete from known_device where project_id = $1 and user_id = $2";

    @Override
    public View view() {
        return new View("known_device", "project_id", "user_id", "device");
    }

    @Override
    public List<Statement> of(RecordedChange recordedChange) {
        return switch (recordedChange.event()) {
            case SessionCreated event -> List.of(remember(event));
            case UserDeleted event -> List.of(forget(event.account()));
            default -> List.of();
        };
    }

    private static Statement remember(SessionCreated e) {
        return Statement.of(
                REMEMBER, e.account().project().value(), e.account().value(), ClientColumns.kind(e.client()));
    }

    private static Statement forget(AccountId who) {
        return Statement.of(FORGET, who.project().value(), who.value());
    }
}
