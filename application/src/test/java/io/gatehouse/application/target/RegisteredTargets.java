package io.gatehouse.application.target;

import io.gatehouse.application.inventory.RegisteredTarget;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.target.TargetEvent.PushTargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import io.gatehouse.domain.target.TargetId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The push targets somebody has registered and not taken off the list, as a log tells of them. */
public final class RegisteredTargets {

    private final Map<TargetId, RegisteredTarget> held = new LinkedHashMap<>();

    private RegisteredTargets() {}

    public static List<RegisteredTarget> of(AccountId account, List<Event> log) {
        var targets = new RegisteredTargets();
        log.stream().filter(event -> event.account().equals(account)).forEach(targets::evolve);
        return List.copyOf(targets.held.values());
    }

    private void evolve(Event event) {
        switch (event) {
            case PushTargetCreated e -> held.put(e.target(), new RegisteredTarget(e.target(), e.session()));
            case TargetDeleted e -> held.remove(e.target());
            case UserDeleted _ -> held.clear();
            default -> {} // does not concern push targets
        }
    }
}
