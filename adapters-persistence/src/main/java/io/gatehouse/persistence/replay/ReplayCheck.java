package io.gatehouse.persistence.replay;

import static io.gatehouse.persistence.Database.await;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.Projection.RecordedChange;
import io.gatehouse.persistence.ProjectionTable;
import io.gatehouse.persistence.Statement;
import io.gatehouse.persistence.store.Projections;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rebuilds every projection table from the log in temporary tables and compares them row by row with the live tables.
 * Reads a single snapshot, so it may run beside a live service; leaves nothing behind.
 */
public final class ReplayCheck {

    private static final int PAGE = 500;

    private static final String NEXT = """
            select position, id, project_id, type, payload::text as payload, metadata::text as metadata
              from event where position > $1 order by position limit $2""";

    /**
     * The result of a check.
     *
     * @param events the number of replayed events
     * @param differences by table, the number of rows that are in only one of the two tables; 0 if they agree
     */
    public record Outcome(long events, Map<String, Long> differences) {

        public boolean isClean() {
            return differences.values().stream().allMatch(count -> count == 0);
        }
    }

    private final Pool pool;
    private final EventCodec codec;

    /** @param pool for the check only: temporary tables would change the meaning of statements prepared earlier */
    public ReplayCheck(Pool pool, EventCodec codec) {
        this.pool = pool;
        this.codec = codec;
    }

    public Outcome run() {
        var connection = await(pool.getConnection());
        try {
            run(connection, "begin isolation level repeatable read");
            // A temporary table hides the permanent one of the same name, so projections run unchanged. It has no
            // unique indexes, because during the replay two rows may temporarily share a value.
            tables().forEach(projectionTable -> run(connection, shadow(projectionTable)));
            var events = replay(connection);
            var differences = new LinkedHashMap<String, Long>();
            tables().forEach(projectionTable ->
                    differences.put(projectionTable.name(), differences(connection, projectionTable.name())));
            return new Outcome(events, differences);
        } finally {
            run(connection, "rollback");
            await(connection.close());
        }
    }

    private static Stream<ProjectionTable> tables() {
        return Projections.all().stream().map(Projection::table);
    }

    private static String shadow(ProjectionTable projectionTable) {
        return String.format(
                Locale.ROOT,
                "create temporary table %1$s (like %1$s including defaults, primary key (%2$s)) on commit drop",
                projectionTable.name(),
                String.join(", ", projectionTable.primaryKey()));
    }

    private long replay(SqlConnection connection) {
        var events = 0L;
        var position = 0L;
        RowSet<Row> page;
        do {
            page = await(connection.preparedQuery(NEXT).execute(Tuple.of(position, PAGE)));
            var sent = new ArrayList<Future<?>>();
            for (var row : page) {
                position = row.getLong("position");
                statements(row)
                        .forEach(statement -> sent.add(
                                connection.preparedQuery(statement.sql()).execute(statement.values())));
            }
            await(Future.all(sent));
            events += page.size();
        } while (page.size() == PAGE);
        return events;
    }

    private List<Statement> statements(Row row) {
        var project = new ProjectId(row.getString("project_id"));
        var event = codec.read(row.getString("type"), row.getString("payload"), project);
        var recordedChange =
                new RecordedChange(row.getUUID("id"), event, codec.readMetadata(row.getString("metadata")));
        return Projections.all().stream()
                .flatMap(projection -> projection.statements(recordedChange).stream())
                .toList();
    }

    private static long differences(SqlConnection connection, String table) {
        var sql = String.format(Locale.ROOT, """
                select (select count(*) from (table public.%1$s except all table pg_temp.%1$s) as lost)
                     + (select count(*) from (table pg_temp.%1$s except all table public.%1$s) as found) as differences""", table);
        return await(connection.query(sql).execute()).iterator().next().getLong("differences");
    }

    private static void run(SqlConnection connection, String sql) {
        await(connection.query(sql).execute());
    }
}
