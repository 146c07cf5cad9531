package io.gatehouse.persistence.store;

import io.gatehouse.application.Inventory;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.inventory.OutstandingToken;
import io.gatehouse.application.inventory.RegisteredTarget;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.mfa.PostgresFactorViews;
import io.gatehouse.persistence.session.PostgresOpenSessions;
import io.gatehouse.persistence.target.PostgresRegisteredTargets;
import io.gatehouse.persistence.token.PostgresOutstandingTokens;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Lists inventories of an account from the projection tables, each by one lookup. */
final class InventoryReaders {

    private final Map<Inventory<?>, Function<AccountId, ?>> readers;

    InventoryReaders(Database database) {
        this.readers = Map.ofEntries(
                reader(OpenSession.INVENTORY, new PostgresOpenSessions(database)::of),
                reader(OutstandingToken.INVENTORY, new PostgresOutstandingTokens(database)::of),
                reader(EnrolledFactors.INVENTORY, new PostgresFactorViews(database)::of),
                reader(RegisteredTarget.INVENTORY, new PostgresRegisteredTargets(database)::of));
    }

    private static <T> Map.Entry<Inventory<?>, Function<AccountId, ?>> reader(
            Inventory<T> inventory, Function<AccountId, T> reader) {
        return Map.entry(inventory, reader);
    }

    /** @return every inventory that can be listed */
    Set<Inventory<?>> inventories() {
        return readers.keySet();
    }

    /** @throws IllegalArgumentException for an inventory without a reader */
    <T> T list(AccountId account, Inventory<T> inventory) {
        @SuppressWarnings("unchecked") // an inventory's reader returns what the inventory promises
        var reader = (Function<AccountId, T>) readers.get(inventory);
        if (reader == null) {
            throw new IllegalArgumentException("no reader for " + inventory);
        }
        return reader.apply(account);
    }
}
