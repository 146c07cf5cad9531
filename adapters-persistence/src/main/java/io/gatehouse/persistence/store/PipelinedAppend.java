package io.gatehouse.persistence.store;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.Statement;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one unit of work, sent at commit.
 *
 * @param lock held until the transaction ends
 * @param committed runs once the statements are durable
 */
record PipelinedAppend(Database database, List<Statement> statements, Lock lock, Runnable committed)
        implements AppendTransaction<String> {

    private static final String DONE = "committed";

    @Override
    public CompletableFuture<String> commit(@Nullable ProcessingContext context) {
        lock.lock();
        try {
            Database.await(database.transact(statements));
            return completedFuture(DONE);
        } catch (PgException answer) {
            return CompletableFuture.failedFuture(reason(answer, lock));
        } finally {
            lock.unlock();
        }
    }

    /** Does nothing: either nothing was sent, or PostgreSQL has already rolled back. */
    @Override
    public void rollback(@Nullable ProcessingContext context) {}

    @Override
    public CompletableFuture<ConsistencyMarker> afterCommit(String result, @Nullable ProcessingContext context) {
        committed.run();
        return completedFuture(ConsistencyMarker.ORIGIN);
    }

    /** GH001 is raised by guard_streams; 40001: serialization failure; 40P01: deadlock; 23505: unique violation. */
    private static RuntimeException reason(PgException answer, Lock lock) {
        return switch (answer.getSqlState()) {
            case "GH001", "40001", "40P01" -> new LostRaceException(lock);
            case "23505" -> new RefusedException(alreadyExists(answer));
            case null, default -> answer;
        };
    }

    private static Refusal alreadyExists(PgException answer) {
        return switch (answer.getConstraint()) {
            case "account_pkey", "account_email", "account_phone" -> new UserAlreadyExists();
            case "target_pkey", "target_identifier" -> new TargetAlreadyExists();
            case null, default -> throw answer;
        };
    }
}
