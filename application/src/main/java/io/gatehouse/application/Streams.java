package io.gatehouse.application;

import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.inventory.OutstandingToken;
import io.gatehouse.application.inventory.RegisteredTarget;
import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.StreamId;
import io.gatehouse.domain.account.AccountId;
import java.util.List;

/** The histories within reach of one unit of work. */
public interface Streams {

    /**
     * Folds a history and guards it until the unit of work is through.
     *
     * @return the aggregate as its events left it, those decided in this unit of work included
     */
    <A extends Aggregate<A, C, E>, C, E extends Event> A read(StreamId<A, C, E> stream);

    /**
     * Folds a history, lets it decide, and appends what it decided.
     *
     * @return the aggregate as it is now
     * @throws RefusedException if it refused
     */
    <A extends Aggregate<A, C, E>, C, E extends Event> A execute(StreamId<A, C, E> stream, C command);

    /**
     * Appends an event without reading anything: the first of a history that cannot exist yet, because its ID is fresh, or one
     * that no decision depends on. It is not seen by reads of this unit of work.
     */
    void append(Event first);

    /**
     * The sessions of an account that nothing has ended yet, oldest first; time may have. Guarded: if another one begins
     * meanwhile, the unit of work runs again.
     *
     * @return without what this unit of work decided
     */
    List<OpenSession> sessionsOf(AccountId account);

    /**
     * The tokens of an account that nothing has ended yet, oldest first; time may have. Guarded: if another one is issued
     * meanwhile, the unit of work runs again.
     *
     * @return without what this unit of work decided
     */
    List<OutstandingToken> tokensOf(AccountId account);

    /**
     * The second factors an account has set up. Guarded: if another authenticator or another set of recovery codes begins
     * meanwhile, the unit of work runs again.
     *
     * @return without what this unit of work decided
     */
    EnrolledFactors factorsOf(AccountId account);

    /**
     * The push targets of an account. Guarded: if another one is registered meanwhile, the unit of work runs again.
     *
     * @return without what this unit of work decided
     */
    List<RegisteredTarget> targetsOf(AccountId account);
}
