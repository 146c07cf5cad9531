package io.gatehouse.persistence.store;

import static io.gatehouse.persistence.Timestamps.utc;
import static java.util.concurrent.CompletableFuture.completedFuture;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.Statement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.Position;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QueueMessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Stores events in PostgreSQL. Appending only collects statements; committing sends the guard, the events and the
 * updates of all tables as one pipelined transaction.
 */
final class PostgresEventStorageEngine implements EventStorageEngine {

    /** After every event: sourcing from here returns no event, but guards against all that are appended later. */
    static final Position END = new GlobalIndexConsistencyMarker(Long.MAX_VALUE).position();

    private static final String GUARD = "select guard_streams($1, $2, $3)";

    private static final String APPEND = """
            insert into event (id, project_id, user_id, type, at, payload, metadata)
            values ($1, $2, $3, $4, $5, $6::text::json, $7::text::json)""";

    private static final String APPEND_TAGGED = """
            with appended as (
                insert into event (id, project_id, user_id, type, at, payload, metadata)
                values ($1, $2, $3, $4, $5, $6::text::json, $7::text::json) returning position)
            insert into event_tag (tag, position) select unnest($8::text[]), position from appended""";

    /** The limit prevents a plan that scans all events: cheap on a small table, but still cached when it has grown. */
    private static final String SOURCE = """
            select e.position, e.id, e.type, e.payload::text as payload
              from (select position from event_tag where tag = $1 order by position) as t
             cross join lateral (select * from event where position = t.position limit 1) as e
             order by t.position""";

    private static final String NEWEST = "select position from event_tag where tag = $1 order by position desc limit 1";

    private final Database database;
    private final EventCodec codec;
    private final List<Projection> projections;
    private final EventLogTail tail;
    private final AccountLocks locks = new AccountLocks();

    PostgresEventStorageEngine(Database database, EventCodec codec, List<Projection> projections, EventLogTail tail) {
        this.database = database;
        this.codec = codec;
        this.projections = List.copyOf(projections);
        this.tail = tail;
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        var statements = new ArrayList<Statement>();
        statements.add(guard(condition, events));
        for (var event : events) {
            statements.add(append(event));
            var recordedChange = AxonMessages.change(event.event());
            projections.forEach(projection -> statements.addAll(projection.statements(recordedChange)));
        }
        var account = AxonMessages.account(events.getFirst().event());
        return completedFuture(
                new PipelinedAppend(database, withoutRepeatedComputations(statements), locks.of(account), tail::wake));
    }

    /** Keeps the last of equal recomputations: ending a session with 100 targets updates the account's copy once. */
    private static List<Statement> withoutRepeatedComputations(List<Statement> statements) {
        var recomputed = new HashSet<Object>();
        return statements.reversed().stream()
                .filter(statement -> statement.recomputes() == null || recomputed.add(statement.recomputes()))
                .toList()
                .reversed();
    }

    private static Statement guard(AppendCondition condition, List<TaggedEventMessage<?>> events) {
        var seen = condition.consistencyMarker() instanceof StreamPositions marker
                ? marker.positions()
                : Map.<String, Long>of();
        var locks = new ArrayList<>(seen.keySet());
        events.forEach(event -> locks.add(Tags.text(Tags.of(AxonMessages.account(event.event())))));
        var tags = seen.keySet().toArray(String[]::new);
        var positions = seen.values().toArray(Long[]::new);
        return Statement.of(GUARD, locks.toArray(String[]::new), tags, positions);
    }

    private Statement append(TaggedEventMessage<?> tagged) {
        Event event = AxonMessages.event(tagged.event());
        var id = UUID.fromString(tagged.event().identifier());
        var project = event.project().value();
        var user = event.userId();
        var type = tagged.event().type().name();
        var payload = codec.write(event);
        var metadata = codec.write(AxonMessages.metadata(tagged.event()));
        if (tagged.tags().isEmpty()) {
            return Statement.of(APPEND, id, project, user, type, utc(event.at()), payload, metadata);
        }
        var tags = tagged.tags().stream().map(Tags::text).toArray(String[]::new);
        return Statement.of(APPEND_TAGGED, id, project, user, type, utc(event.at()), payload, metadata, tags);
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        var tag = onlyTagOf(condition.criteria());
        var stream = new QueueMessageStream<EventMessage>();
        var seen = condition.start().equals(END)
                ? newest(tag)
                : offer(database.lookUp(SOURCE, Tags.text(tag)), tag, stream);
        var marker = new StreamPositions(Map.of(Tags.text(tag), seen));
        stream.offer(TerminalEventMessage.INSTANCE, ConsistencyMarker.addToContext(Context.empty(), marker));
        stream.complete();
        return stream;
    }

    private long newest(Tag tag) {
        var found = database.lookUp(NEWEST, Tags.text(tag)).iterator();
        return found.hasNext() ? found.next().getLong("position") : 0;
    }

    /** @return the position of the last event; 0 if there is none */
    private long offer(RowSet<Row> rows, Tag tag, QueueMessageStream<EventMessage> stream) {
        var project = new ProjectId(tag.value().substring(0, tag.value().indexOf('/')));
        var seen = 0L;
        for (var row : rows) {
            seen = row.getLong("position");
            var event = codec.read(row.getString("type"), row.getString("payload"), project);
            stream.offer(AxonMessages.sourced(row.getUUID("id"), event), Context.empty());
        }
        return seen;
    }

    /** @throws IllegalArgumentException unless the criteria name exactly one tag, as {@link AxonStreams} does */
    private static Tag onlyTagOf(EventCriteria criteria) {
        var criterion = criteria.flatten().iterator().next();
        if (criteria.flatten().size() != 1 || criterion.tags().size() != 1) {
            throw new IllegalArgumentException("not exactly one tag: " + criteria);
        }
        return criterion.tags().iterator().next();
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        return tail.from(condition.position());
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return completedFuture(LogPosition.BEGINNING);
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return tail.latest();
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        return tail.at(at);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("projections", projections);
    }
}
