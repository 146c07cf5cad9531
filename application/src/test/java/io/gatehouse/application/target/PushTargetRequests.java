package io.gatehouse.application.target;

import static io.gatehouse.application.InMemoryGatehouse.id;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers, updates and deletes push targets by their use cases, as apps do. */
public final class PushTargetRequests {

    private final InMemoryGatehouse gatehouse;
    private final DeviceNames names;

    public PushTargetRequests(InMemoryGatehouse gatehouse) {
        this.gatehouse = gatehouse;
        this.names = new DeviceNames(agent -> gatehouse.userAgents().describe(agent));
    }

    /** @param session null for a request without one */
    public TargetView register(String user, @Nullable SessionId session, String target, String token) {
        var command = new RegisterPushTarget.Command(id(user), session, idOf(target), new Identifier(token), "fcm");
        return new RegisterPushTarget(names, gatehouse.store(), gatehouse.clock()).handle(command, gatehouse.context());
    }

    TargetView update(String user, String target, String token) {
        var command = new RefreshPushTarget.Command(id(user), idOf(target), new Identifier(token));
        return new RefreshPushTarget(names, gatehouse.accounts(), gatehouse.store(), gatehouse.clock())
                .handle(command, gatehouse.context());
    }

    void delete(String user, String target) {
        var command = new UnregisterPushTarget.Command(id(user), idOf(target));
        new UnregisterPushTarget(gatehouse.store(), gatehouse.clock()).handle(command, gatehouse.context());
    }

    /** @return the IDs of all targets that are registered and not deleted */
    public List<String> of(String user) {
        return PushTargetsFromLog.of(id(user), gatehouse.events()).stream()
                .map(target -> target.id().value())
                .toList();
    }

    private static TargetId idOf(String target) {
        return new TargetId(id(target).project(), target);
    }
}
