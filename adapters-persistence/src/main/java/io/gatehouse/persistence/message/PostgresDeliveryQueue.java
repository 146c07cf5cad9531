package io.gatehouse.persistence.message;

import static io.gatehouse.persistence.Timestamps.utc;

import io.gatehouse.application.message.DeliveryQueue;
import io.gatehouse.application.message.Message;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType.Subject;
import io.gatehouse.persistence.BackgroundStatements;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.EventTypes;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The delivery queue as a table. Workers skip rows that another worker is claiming, and never wait for each other. */
public final class PostgresDeliveryQueue implements DeliveryQueue {

    private static final String ENQUEUE = """
            insert into delivery
                   (id, project_id, user_id, token_id, challenge_id, template, request_id, request, next_attempt_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8::text::json, $9) on conflict (id) do nothing""";

    private static final String CLAIM = """
            with due as (
                select id, next_attempt_at as due_at from delivery where closed_at is null and next_attempt_at <= $1
                 order by next_attempt_at limit $2 for update skip locked),
            claimed as (
                update delivery d set next_attempt_at = $3, attempts = d.attempts + 1 from due where d.id = due.id
                returning d.*, due.due_at)
            select id, project_id, request_id, request::text as request, attempts - 1 as attempts,
                   token_id is not null and not exists (
                       select from token t where t.project_id = claimed.project_id and t.id = claimed.token_id)
                   or challenge_id is not null and not exists (
                       select from challenge c where c.project_id = claimed.project_id and c.id = claimed.challenge_id)
                   as obsolete
              from claimed order by due_at""";

    /** An open delivery by its ID. With a condition on {@code closed_at}, PostgreSQL may scan all open deliveries. */
    private static final String OPEN = " where id = $1 and request is not null";

    private static final String RETRY = "update delivery set next_attempt_at = $2, reason = $3" + OPEN;

    private static final String CLOSE = "update delivery set closed_at = $2, reason = $3, request = null" + OPEN;

    /** Keeps dead letters, for an operator to examine. */
    private static final String PURGE = "delete from delivery where closed_at < $1 and reason is null";

    private static final String REQUESTED = EventTypes.typeOf(MessageRequested.class);

    private final Database database;
    private final EventCodec codec;
    private final InstantSource clock;
    private final BackgroundStatements statements;

    public PostgresDeliveryQueue(Database database, EventCodec codec, InstantSource clock) {
        this.database = database;
        this.codec = codec;
        this.clock = clock;
        this.statements = new BackgroundStatements(clock);
    }

    /** @return why no message can be sent, as a clause for operators; empty if the queue works */
    public Optional<String> problem() {
        return statements.problem();
    }

    @Override
    public void enqueue(Message message, Instant now) {
        var request = message.request();
        execute(
                "enqueueing a message",
                ENQUEUE,
                UUID.fromString(message.id()),
                request.account().project().value(),
                request.account().value(),
                subject(request, Subject.TOKEN),
                subject(request, Subject.CHALLENGE),
                request.template().name(),
                message.requestId(),
                codec.write(request),
                utc(now));
    }

    /** @return null if the message has a subject of another kind */
    private static @Nullable String subject(MessageRequested request, Subject kind) {
        return request.template().subject() == kind ? request.subject() : null;
    }

    @Override
    public List<Delivery> claim(int most, Duration lease, Instant now) {
        var claimed = new ArrayList<Delivery>();
        for (var row : execute("claiming messages", CLAIM, utc(now), (long) most, utc(now.plus(lease)))) {
            claimed.add(new Delivery(message(row), row.getInteger("attempts"), row.getBoolean("obsolete")));
        }
        return claimed;
    }

    private Message message(Row row) {
        var project = new ProjectId(row.getString("project_id"));
        var request = (MessageRequested) codec.read(REQUESTED, row.getString("request"), project);
        return new Message(row.getUUID("id").toString(), row.getString("request_id"), request);
    }

    @Override
    public void close(String message) {
        close(message, null);
    }

    @Override
    public void retry(String message, Instant at, String reason) {
        execute("scheduling a retry", RETRY, UUID.fromString(message), utc(at), reason);
    }

    @Override
    public void deadLetter(String message, String reason) {
        close(message, reason);
    }

    private void close(String message, @Nullable String reason) {
        execute("closing a delivery", CLOSE, UUID.fromString(message), utc(clock.instant()), reason);
    }

    @Override
    public void purge(Instant closedBefore) {
        execute("purging closed deliveries", PURGE, utc(closedBefore));
    }

    private RowSet<Row> execute(String operation, String sql, @Nullable Object... values) {
        return Database.await(statements.watch(operation, database.executeAsync(sql, values)));
    }
}
