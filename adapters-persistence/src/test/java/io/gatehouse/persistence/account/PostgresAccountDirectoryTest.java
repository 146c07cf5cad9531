package io.gatehouse.persistence.account;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountDirectoryContract;
import io.gatehouse.application.account.AccountViewContract;
import io.gatehouse.application.session.SessionAuthentication;
import io.gatehouse.persistence.Postgres;
import io.gatehouse.persistence.session.PostgresSessionAuthentication;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class PostgresAccountDirectoryTest {

    private final EventStore store;
    private final AccountDirectory accounts;
    private final SessionAuthentication authentication;

    PostgresAccountDirectoryTest(Postgres postgres) {
        this.store = postgres.store();
        this.accounts = new PostgresAccountDirectory(postgres.sharedDatabase());
        this.authentication = new PostgresSessionAuthentication(postgres.sharedDatabase());
    }

    @Nested
    class Lookups extends AccountDirectoryContract {
        Lookups() {
            super(store, accounts, authentication);
        }
    }

    @Nested
    class ShownAccounts extends AccountViewContract {
        ShownAccounts() {
            super(store, accounts, authentication);
        }
    }
}
