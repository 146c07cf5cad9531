package io.gatehouse.application.session;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Devices of all sign-ins in the log. */
public final class InMemoryKnownDevices implements KnownDevices {

    private final InMemoryEventStore store;

    public InMemoryKnownDevices(InMemoryEventStore store) {
        this.store = store;
    }

    @Override
    public boolean isNewTo(AccountId account, Client client) {
        var known = new HashSet<List<String>>();
        store.events().stream()
                .filter(event -> event.project().equals(account.project())
                        && event.userId().equals(account.value()))
                .forEach(event -> evolve(known, event));
        return !known.isEmpty() && !known.contains(device(client));
    }

    private static void evolve(Set<List<String>> known, Event event) {
        switch (event) {
            case SessionCreated e -> known.add(device(e.client()));
            case UserDeleted _ -> known.clear();
            default -> {} // concerns no device
        }
    }

    private static List<String> device(Client client) {
        return List.of(client.osName(), client.clientName(), client.deviceBrand(), client.deviceModel());
    }
}
