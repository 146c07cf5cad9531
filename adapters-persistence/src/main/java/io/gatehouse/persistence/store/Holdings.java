package io.gatehouse.persistence.store;

import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.mfa.PostgresFactorViews;
import io.gatehouse.persistence.session.HeldSessions;
import io.gatehouse.persistence.target.HeldTargets;
import io.gatehouse.persistence.token.HeldTokens;

/** Whatever tells what an account holds, for decisions about all of it. */
record Holdings(HeldSessions sessions, HeldTokens tokens, FactorViews factors, HeldTargets targets) {

    static Holdings in(Database database) {
        return new Holdings(
                new HeldSessions(database),
                new HeldTokens(database),
                new PostgresFactorViews(database),
                new HeldTargets(database));
    }
}
