package io.gatehouse.persistence.store;

import io.gatehouse.domain.account.AccountId;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Lets writers of one account queue on this node, where waiting costs nothing, rather than in PostgreSQL, where each would
 * hold a connection: one busy account must not starve the others. Order across nodes is PostgreSQL's business.
 */
final class AccountLocks {

    private static final int COUNT = 1024;

    private final Lock[] lanes =
            Stream.generate(ReentrantLock::new).limit(COUNT).toArray(Lock[]::new);

    Lock of(AccountId account) {
        return lanes[Math.floorMod(account.hashCode(), COUNT)];
    }
}
