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

/** The push targets of an account that no event of a log has deleted. */
public final class PushTargetsFromLog {

    private final Map<TargetId, RegisteredTarget> held = new LinkedHashMap<>();

    private PushTargetsFromLog() {}

    public static List<RegisteredTarget> of(AccountId account, List<Event> log) {
        var targets = new PushTargetsFromLog();
        log.stream()
                .filter(event -> event.project().equals(account.project())
                        && event.userId().equals(account.value()))
                .forEach(targets::evolve);
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
