package io.gatehouse.persistence.target;

import static io.gatehouse.persistence.EveryEvent.ALICE;
import static io.gatehouse.persistence.EveryEvent.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.request.Actor;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.PushTargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.Postgres;
import io.gatehouse.persistence.Projection.RecordedChange;
import io.gatehouse.persistence.account.PostgresAccountDirectory;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class TargetProjectionTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final RequestMetadata METADATA =
            new RequestMetadata("request", new IpAddress(""), UserAgent.UNKNOWN, Actor.USER, null);

    /** The maximum number of targets that the API returns per account. */
    private static final int SHOWN = 1000;

    private static final String INSERT_ALICE = """
            insert into account (project_id, id, created_at, updated_at, accessed_at)
            values ('demo', 'alice', now(), now(), now())""";

    /** All created before {@link #NOW}. */
    private static final String INSERT_TARGETS = """
            insert into target (project_id, id, user_id, created_at, updated_at, provider_type, identifier)
            select 'demo', to_char(n, '"t"FM0000'), 'alice', timestamptz '2025-01-01' + n * interval '1 s', now(), 'push', n
              from generate_series(1, 5000) n""";

    private static final String ROWS_READ = """
            select seq_tup_read + coalesce(idx_tup_fetch, 0) as rows_read from pg_stat_xact_user_tables
             where relname = 'target'""";

    private final Database database;
    private final SqlConnection connection;

    TargetProjectionTest(Postgres postgres) {
        this.database = postgres.database();
        this.connection = Database.await(postgres.pool().getConnection());
    }

    @Test
    void of_any_number_of_targets_only_the_oldest_thousand_are_read_and_shown() {
        run(INSERT_ALICE);
        // After five executions PostgreSQL decides whether to cache a generic plan.
        for (var n = 0; n < 7; n++) {
            register("early-" + n);
            delete("early-" + n);
        }
        run(INSERT_TARGETS);
        run("begin");
        register("newest");
        // A few rows read by earlier statements may be included.
        assertThat(rowsRead()).isLessThan(SHOWN + 100);
        run("commit");
        assertThat(shown()).hasSize(SHOWN).startsWith("t0001").endsWith("t1000");
        delete("t0007");
        assertThat(shown()).hasSize(SHOWN).doesNotContain("t0007").endsWith("t1001");
    }

    private void register(String name) {
        var token = new Identifier("token of " + name);
        project(new RecordedChange(
                UUID.randomUUID(),
                new PushTargetCreated(ALICE, new TargetId(PROJECT, name), null, null, "", token, NOW),
                METADATA));
    }

    private void delete(String name) {
        var deleted = new TargetDeleted(ALICE, new TargetId(PROJECT, name), NOW);
        project(new RecordedChange(UUID.randomUUID(), deleted, METADATA));
    }

    private void project(RecordedChange recordedChange) {
        for (var statement : new TargetProjection().statements(recordedChange)) {
            Database.await(connection.preparedQuery(statement.sql()).execute(statement.values()));
        }
    }

    private long rowsRead() {
        return Database.await(connection.query(ROWS_READ).execute())
                .iterator()
                .next()
                .getLong("rows_read");
    }

    private List<String> shown() {
        return new PostgresAccountDirectory(database)
                .find(ALICE).orElseThrow().targets().stream()
                        .map(TargetView::id)
                        .toList();
    }

    private void run(String sql) {
        Database.await(connection.query(sql).execute());
    }
}
