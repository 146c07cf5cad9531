package io.gatehouse.application;

import io.gatehouse.application.account.AccountDeletionContract;
import io.gatehouse.application.account.UniqueAccountsContract;
import io.gatehouse.application.mfa.MfaConcurrencyContract;
import io.gatehouse.application.session.SignInConcurrencyContract;
import io.gatehouse.application.target.PushTargetConcurrencyContract;
import io.gatehouse.application.target.UniqueTargetsContract;
import io.gatehouse.application.token.RedemptionConcurrencyContract;
import org.junit.jupiter.api.Nested;

class InMemoryEventStoreTest {

    private final PersistencePorts ports = PersistencePorts.inMemory(new InMemoryEventStore());

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
