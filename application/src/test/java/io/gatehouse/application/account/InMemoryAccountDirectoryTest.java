package io.gatehouse.application.account;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.session.InMemorySessionAuthentication;
import org.junit.jupiter.api.Nested;

class InMemoryAccountDirectoryTest {

    private final InMemoryEventStore store = new InMemoryEventStore();
    private final AccountDirectory accounts = new InMemoryAccountDirectory(store);

    @Nested
    class Lookups extends AccountDirectoryContract {
        Lookups() {
            super(store, accounts, new InMemorySessionAuthentication(store));
        }
    }

    @Nested
    class ShownAccounts extends AccountViewContract {
        ShownAccounts() {
            super(store, accounts, new InMemorySessionAuthentication(store));
        }
    }
}
