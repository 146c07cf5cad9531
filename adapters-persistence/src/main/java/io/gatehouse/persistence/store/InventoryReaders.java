package io.gatehouse.persistence.store;

import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.mfa.PostgresFactorViews;
import io.gatehouse.persistence.session.PostgresOpenSessions;
import io.gatehouse.persistence.target.PostgresRegisteredTargets;
import io.gatehouse.persistence.token.PostgresOutstandingTokens;

/** Whatever tells what an account holds, for decisions about all of it. */
record InventoryReaders(
        PostgresOpenSessions sessions,
        PostgresOutstandingTokens tokens,
        FactorViews factors,
        PostgresRegisteredTargets targets) {

    static InventoryReaders in(Database database) {
        return new InventoryReaders(
                new PostgresOpenSessions(database),
                new PostgresOutstandingTokens(database),
                new PostgresFactorViews(database),
                new PostgresRegisteredTargets(database));
    }
}
