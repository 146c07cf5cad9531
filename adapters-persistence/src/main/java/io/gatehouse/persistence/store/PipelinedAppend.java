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
 * One unit of work's statements, sent at commit and not before.
 *
 * @param lock held meanwhile
 * @param committed what to do once they are durable
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

    /** Nothing was sent yet, or PostgreSQL has rolled it back already. */
    @Override
    public void rollback(@Nullable ProcessingContext context) {}

    @Override
    public CompletableFuture<ConsistencyMarker> afterCommit(String result, @Nullable ProcessingContext context) {
        committed.run();
        return completedFuture(ConsistencyMarker.ORIGIN);
    }

    /** GH001 is our own; 40001 and 40P01 are PostgreSQL's words for a lost race; 23505 is a claim already taken. */
    private static RuntimeException reason(PgException answer, Lock lane) {
        return switch (answer.getSqlState()) {
            case "GH001", "40001", "40P01" -> new LostRaceException(lane);
            case "23505" -> new RefusedException(taken(answer));
            case null, default -> answer;
        };
    }

    private static Refusal taken(PgException answer) {
        return switch (answer.getConstraint()) {
            case "account_pkey", "account_email", "account_phone" -> new UserAlreadyExists();
            case "target_pkey", "target_identifier" -> new TargetAlreadyExists();
            case null, default -> throw answer;
        };
    }
}
