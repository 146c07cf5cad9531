package io.gatehouse.persistence.store;

import io.gatehouse.persistence.BackgroundStatements;
import io.gatehouse.persistence.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

/** Stores the progress of each segment of a subscription, and the node that claims it. Unextended claims expire. */
final class TrackingTokenStore implements TokenStore {

    /** After which another node may take over an unextended claim. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final String EXPIRED = "claimed_at < now() - interval '" + TIMEOUT.toSeconds() + " seconds'";

    private final Database database;
    private final BackgroundStatements statements;

    /** Identifies this node, also among nodes on the same machine. */
    private final String owner = ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();

    TrackingTokenStore(Database database, BackgroundStatements statements) {
        this.database = database;
        this.statements = statements;
    }

    @Override
    public CompletableFuture<List<Segment>> initializeTokenSegments(
            String processor, int count, @Nullable TrackingToken initial, @Nullable ProcessingContext context) {
        var segments = Segment.splitBalanced(Segment.ROOT_SEGMENT, count - 1);
        var ids = segments.stream().map(Segment::getSegmentId).toArray(Integer[]::new);
        var masks = segments.stream().map(Segment::getMask).toArray(Integer[]::new);
        var token = initial instanceof LogPosition known ? known : LogPosition.BEGINNING;
        // Nodes that start together may all insert the same segments; the first succeeds.
        var insert = """
                insert into log_subscription (processor, segment, mask, tx, position)
                select $1, s.id, s.mask, $4::bigint::text::xid8, $5 from unnest($2::int[], $3::int[]) as s (id, mask)
                on conflict do nothing""";
        return stage(database.executeAsync(insert, processor, ids, masks, token.tx(), token.index()))
                .thenApply(_ -> segments);
    }

    @Override
    public CompletableFuture<Void> initializeSegment(
            @Nullable TrackingToken initial, String processor, Segment segment, @Nullable ProcessingContext context) {
        var token = initial instanceof LogPosition known ? known : LogPosition.BEGINNING;
        var insert = """
                insert into log_subscription (processor, segment, mask, tx, position)
                values ($1, $2, $3, $4::bigint::text::xid8, $5)""";
        return done(database.executeAsync(
                insert, processor, segment.getSegmentId(), segment.getMask(), token.tx(), token.index()));
    }

    @Override
    public CompletableFuture<Void> storeToken(
            @Nullable TrackingToken token, String processor, int segment, @Nullable ProcessingContext context) {
        var position = token instanceof LogPosition known ? known : LogPosition.BEGINNING;
        var update = """
                update log_subscription set tx = $4::bigint::text::xid8, position = $5, claimed_at = now()
                 where processor = $1 and segment = $2 and owner = $3""";
        return requireClaim(
                watched(
                        "storing the progress of a segment",
                        update,
                        processor,
                        segment,
                        owner,
                        position.tx(),
                        position.index()),
                segment);
    }

    @Override
    public CompletableFuture<TrackingToken> fetchToken(
            String processor, int segment, @Nullable ProcessingContext context) {
        var claim = "update log_subscription set owner = $3, claimed_at = now() where processor = $1 and segment = $2"
                + " and (owner is null or owner = $3 or " + EXPIRED + ")"
                + " returning tx::text::bigint as tx_number, position";
        return stage(watched("claiming a segment", claim, processor, segment, owner))
                .thenApply(rows -> {
                    for (var row : rows) {
                        return new LogPosition(row.getLong("tx_number"), row.getLong("position"));
                    }
                    throw new UnableToClaimTokenException("segment " + segment + " is claimed by another node");
                });
    }

    @Override
    public CompletableFuture<Void> extendClaim(String processor, int segment, @Nullable ProcessingContext context) {
        var update = """
                update log_subscription set claimed_at = now() where processor = $1 and segment = $2 and owner = $3""";
        return requireClaim(watched("extending the claim of a segment", update, processor, segment, owner), segment);
    }

    @Override
    public CompletableFuture<Void> releaseClaim(String processor, int segment, @Nullable ProcessingContext context) {
        var update = "update log_subscription set owner = null where processor = $1 and segment = $2 and owner = $3";
        return done(database.executeAsync(update, processor, segment, owner));
    }

    @Override
    public CompletableFuture<Void> deleteToken(String processor, int segment, @Nullable ProcessingContext context) {
        var delete = "delete from log_subscription where processor = $1 and segment = $2 and owner = $3";
        return requireClaim(database.executeAsync(delete, processor, segment, owner), segment);
    }

    @Override
    public CompletableFuture<Segment> fetchSegment(String processor, int segment, @Nullable ProcessingContext context) {
        var select = "select segment, mask from log_subscription where processor = $1 and segment = $2";
        return stage(database.executeAsync(select, processor, segment))
                .thenApply(TrackingTokenStore::segments)
                .thenApply(found -> found.isEmpty() ? null : found.getFirst());
    }

    @Override
    public CompletableFuture<List<Segment>> fetchSegments(String processor, @Nullable ProcessingContext context) {
        var select = "select segment, mask from log_subscription where processor = $1 order by segment";
        return stage(database.executeAsync(select, processor)).thenApply(TrackingTokenStore::segments);
    }

    @Override
    public CompletableFuture<List<Segment>> fetchAvailableSegments(
            String processor, @Nullable ProcessingContext context) {
        var select = "select segment, mask from log_subscription where processor = $1"
                + " and (owner is null or owner = $2 or " + EXPIRED + ") order by segment";
        return stage(watched("finding segments to claim", select, processor, owner))
                .thenApply(TrackingTokenStore::segments);
    }

    @Override
    public CompletableFuture<String> retrieveStorageIdentifier(@Nullable ProcessingContext context) {
        return stage(database.executeAsync("select current_database() as name"))
                .thenApply(rows -> rows.iterator().next().getString("name"));
    }

    /** For the statements without which no event is delivered, and which are repeated while they fail. */
    private Future<RowSet<Row>> watched(String operation, String sql, @Nullable Object... values) {
        return statements.watch(operation, database.executeAsync(sql, values));
    }

    private static List<Segment> segments(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Segment(row.getInteger("segment"), row.getInteger("mask")))
                .toList();
    }

    private static CompletableFuture<Void> requireClaim(Future<RowSet<Row>> update, int segment) {
        return stage(update).thenAccept(rows -> {
            if (rows.rowCount() == 0) {
                throw new UnableToClaimTokenException("segment " + segment + " was claimed by another node");
            }
        });
    }

    private static CompletableFuture<Void> done(Future<RowSet<Row>> statement) {
        return stage(statement).thenAccept(_ -> {});
    }

    private static <T> CompletableFuture<T> stage(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture();
    }
}
