package io.gatehouse.persistence.store;

import io.gatehouse.application.EventStoreContract;
import io.gatehouse.application.InventoriesContract;
import io.gatehouse.application.PersistencePorts;
import io.gatehouse.application.account.AccountDeletionContract;
import io.gatehouse.application.account.UniqueAccountsContract;
import io.gatehouse.application.mfa.MfaConcurrencyContract;
import io.gatehouse.application.session.SignInConcurrencyContract;
import io.gatehouse.application.target.PushTargetConcurrencyContract;
import io.gatehouse.application.target.UniqueTargetsContract;
import io.gatehouse.application.token.RedemptionConcurrencyContract;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.Postgres;
import io.gatehouse.persistence.account.PostgresAccountDirectory;
import io.gatehouse.persistence.log.HibernateLogViews;
import io.gatehouse.persistence.mfa.PostgresFactorViews;
import io.gatehouse.persistence.session.HibernateSessionViews;
import io.gatehouse.persistence.session.PostgresKnownDevices;
import io.gatehouse.persistence.session.PostgresSessionAuthentication;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class PostgresEventStoreTest {

    private final PersistencePorts ports;

    PostgresEventStoreTest(Postgres postgres) {
        var database = postgres.sharedDatabase();
        this.ports = new PersistencePorts(
                new PostgresEventStore(database, new EventCodec()),
                new PostgresAccountDirectory(database),
                new HibernateSessionViews(postgres.rows()),
                new PostgresSessionAuthentication(database),
                new PostgresKnownDevices(database),
                new PostgresFactorViews(database),
                new HibernateLogViews(postgres.rows()));
    }

    @Nested
    class UnitsOfWork extends EventStoreContract {
        UnitsOfWork() {
            super(ports);
        }
    }

    @Nested
    class Inventories extends InventoriesContract {
        Inventories() {
            super(ports);
        }
    }

    @Nested
    class UniqueAccounts extends UniqueAccountsContract {
        UniqueAccounts() {
            super(ports);
        }
    }

    @Nested
    class UniqueTargets extends UniqueTargetsContract {
        UniqueTargets() {
            super(ports);
        }
    }

    @Nested
    class AccountDeletion extends AccountDeletionContract {
        AccountDeletion() {
            super(ports);
        }
    }

    @Nested
    class SignInConcurrency extends SignInConcurrencyContract {
        SignInConcurrency() {
            super(ports);
        }
    }

    @Nested
    class RedemptionConcurrency extends RedemptionConcurrencyContract {
        RedemptionConcurrency() {
            super(ports);
        }
    }

    @Nested
    class MfaConcurrency extends MfaConcurrencyContract {
        MfaConcurrency() {
            super(ports);
        }
    }

    @Nested
    class PushTargetConcurrency extends PushTargetConcurrencyContract {
        PushTargetConcurrency() {
            super(ports);
        }
    }
}
