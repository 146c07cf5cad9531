package io.gatehouse.persistence.store;

import static io.gatehouse.persistence.Timestamps.utc;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.persistence.BackgroundStatements;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.EventCodec;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QueueMessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log as an endless stream without gaps. It stops before the oldest open transaction, which may still commit
 * an event with a lower position than events already read.
 */
final class EventLogTail {

    private static final int PAGE = 500;

    /** Pause after each read; waking at every commit would make tiny batches. */
    private static final Duration MIN_PAUSE = Duration.ofMillis(30);

    /** Upper bound of the delay until events of other nodes are read. */
    private static final Duration MAX_PAUSE = Duration.ofMillis(500);

    private static final String READING = "reading the event log";

    private static final String NEXT = """
            select tx::text::bigint as tx_number, position, id, project_id, type, payload::text as payload,
                   metadata::text as metadata
              from event
             where (tx, position) > ($1::bigint::text::xid8, $2) and tx < pg_snapshot_xmin(pg_current_snapshot())
             order by tx, position limit $3""";

    private static final String LATEST = """
            select tx::text::bigint as tx_number, position from event
             where tx < pg_snapshot_xmin(pg_current_snapshot()) order by tx desc, position desc limit 1""";

    private static final String AT = """
            select tx::text::bigint as tx_number, position from event
             where tx < pg_snapshot_xmin(pg_current_snapshot()) and at < $1 order by tx desc, position desc limit 1""";

    private final Database database;
    private final EventCodec codec;
    private final BackgroundStatements statements;
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();

    EventLogTail(Database database, EventCodec codec, BackgroundStatements statements) {
        this.database = database;
        this.codec = codec;
        this.statements = statements;
    }

    /** Wakes all readers after events were appended on this node. */
    void wake() {
        readers.forEach(Reader::wake);
    }

    /** @param position null for the beginning of the log */
    MessageStream<EventMessage> from(@Nullable TrackingToken position) {
        var reader = new Reader(position instanceof LogPosition token ? token : LogPosition.BEGINNING);
        Thread.ofVirtual().name("log-tail").start(reader);
        return reader.stream;
    }

    CompletableFuture<TrackingToken> latest() {
        return database.executeAsync(LATEST)
                .map(EventLogTail::token)
                .toCompletionStage()
                .toCompletableFuture();
    }

    CompletableFuture<TrackingToken> at(Instant instant) {
        return database.executeAsync(AT, utc(instant))
                .map(EventLogTail::token)
                .toCompletionStage()
                .toCompletableFuture();
    }

    private static TrackingToken token(RowSet<Row> rows) {
        for (var row : rows) {
            return token(row);
        }
        return LogPosition.BEGINNING;
    }

    private static LogPosition token(Row row) {
        return new LogPosition(row.getLong("tx_number"), row.getLong("position"));
    }

    /** Reads page by page into a queue, and pauses while there are no new events or the queue holds a page. */
    private final class Reader implements Runnable {

        private final LinkedBlockingQueue<MessageStream.Entry<EventMessage>> queue = new LinkedBlockingQueue<>();
        private final QueueMessageStream<EventMessage> stream = new QueueMessageStream<>(queue);
        private final Semaphore wakeUps = new Semaphore(0);
        private LogPosition position;

        Reader(LogPosition position) {
            this.position = position;
            readers.add(this);
        }

        void wake() {
            wakeUps.release();
        }

        @Override
        public void run() {
            try {
                while (!stream.isClosed()) {
                    if (queue.size() >= PAGE || readPage() < PAGE) {
                        pause();
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                statements.failed(READING, failure);
                stream.completeExceptionally(failure);
            } finally {
                readers.remove(this);
            }
        }

        private int readPage() {
            var rows = database.execute(NEXT, position.tx(), position.index(), PAGE);
            for (var row : rows) {
                position = token(row);
                stream.offer(message(row), TrackingToken.addToContext(Context.empty(), position));
            }
            statements.succeeded(READING);
            return rows.size();
        }

        private EventMessage message(Row row) {
            var project = new ProjectId(row.getString("project_id"));
            var event = codec.read(row.getString("type"), row.getString("payload"), project);
            return AxonMessages.recorded(row.getUUID("id"), event, codec.readMetadata(row.getString("metadata")));
        }

        private void pause() throws InterruptedException {
            LockSupport.parkNanos(MIN_PAUSE.toNanos());
            if (wakeUps.tryAcquire(MAX_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        }
    }
}
