package io.gatehouse.persistence.store;

import io.gatehouse.domain.account.AccountId;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Locks that serialise the writers of one account on this node. Waiting in PostgreSQL instead would hold a connection
 * per writer, so one busy account could starve the others. PostgreSQL serialises the writers of different nodes.
 */
final class AccountLocks {

    private static final int COUNT = 1024;

    private final Lock[] locks =
            Stream.generate(ReentrantLock::new).limit(COUNT).toArray(Lock[]::new);

    Lock of(AccountId account) {
        return locks[Math.floorMod(account.hashCode(), COUNT)];
    }
}
