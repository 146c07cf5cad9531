package io.gatehouse.application.target;

import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.id;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers devices, as apps do. */
public final class Devices {

    private final InMemoryGatehouse gatehouse;
    private final DeviceNames names;

    public Devices(InMemoryGatehouse gatehouse) {
        this.gatehouse = gatehouse;
        this.names = new DeviceNames(agent -> gatehouse.userAgents().describe(agent));
    }

    /** @param session null for those who came without one */
    public TargetView register(String user, @Nullable SessionId session, String target, String token) {
        var command = new RegisterPushTarget.Command(id(user), session, idOf(target), new Identifier(token), "fcm");
        return new RegisterPushTarget(names, gatehouse.store(), gatehouse.clock()).handle(command, OCCASION);
    }

    TargetView update(String user, String target, String token) {
        var command = new RefreshPushTarget.Command(id(user), idOf(target), new Identifier(token));
        return new RefreshPushTarget(names, gatehouse.accounts(), gatehouse.store(), gatehouse.clock())
                .handle(command, OCCASION);
    }

    void delete(String user, String target) {
        var command = new UnregisterPushTarget.Command(id(user), idOf(target));
        new UnregisterPushTarget(gatehouse.store(), gatehouse.clock()).handle(command, OCCASION);
    }

    /** @return the IDs of those registered and still there */
    public List<String> of(String user) {
        return RegisteredTargets.of(id(user), gatehouse.events()).stream()
                .map(target -> target.id().value())
                .toList();
    }

    private static TargetId idOf(String target) {
        return new TargetId(id("anybody").project(), target);
    }
}
