package io.gatehouse.persistence;

import static io.gatehouse.persistence.EveryEvent.ALICE;
import static io.gatehouse.persistence.EveryEvent.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.inventory.OutstandingToken;
import io.gatehouse.application.inventory.RegisteredTarget;
import io.gatehouse.application.message.Message;
import io.gatehouse.application.request.Actor;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.application.session.SessionAuthentication.ClaimedSession;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.persistence.account.PostgresAccountDirectory;
import io.gatehouse.persistence.message.PostgresDeliveryQueue;
import io.gatehouse.persistence.mfa.PostgresFactorViews;
import io.gatehouse.persistence.session.PostgresKnownDevices;
import io.gatehouse.persistence.session.PostgresOverdueItems;
import io.gatehouse.persistence.session.PostgresSessionAuthentication;
import io.gatehouse.persistence.store.PostgresEventStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL caches query plans. A plan made while the tables were empty must stay efficient once they are full. */
@ExtendWith(Postgres.Server.class)
class QueryPlansTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final RequestMetadata METADATA =
            new RequestMetadata("request", new IpAddress(""), UserAgent.UNKNOWN, Actor.USER, null);

    /** After five executions PostgreSQL decides whether to cache a generic plan. */
    private static final int OFTEN = 7;

    private static final long MANY = 20_000;

    private static final String GROW = """
            insert into account (project_id, id, created_at, updated_at, accessed_at, email, phone)
                select 'demo', n, now(), now(), now(), 'mail-' || n, 'phone-' || n from generate_series(1, 20000) n;
            insert into target (project_id, id, user_id, created_at, updated_at, provider_type, identifier)
                select 'demo', n, n, now(), now(), 'email', 'mail-' || n from generate_series(1, 20000) n;
            insert into session (project_id, id, user_id, created_at, updated_at, expires_at, secret, provider, provider_uid,
                                 ip, client, country_code, factors)
                select 'demo', n, n, now(), now(), now() + interval '1 day', 's-' || n, '', '', '', '{}', '', '{}'
                  from generate_series(1, 20000) n;
            insert into token (project_id, id, user_id, kind, secret, created_at, expires_at)
                select 'demo', n, n, 'RECOVERY', 's-' || n, now(), now() + interval '1 day' from generate_series(1, 20000) n;
            insert into authenticator (project_id, user_id, id, secret, created_at)
                select 'demo', n, n, '', now() from generate_series(1, 20000) n;
            insert into recovery_codes (project_id, user_id, id, digests, created_at)
                select 'demo', n, n, '{}', now() from generate_series(1, 20000) n;
            insert into challenge (project_id, id, user_id, created_at, expires_at)
                select 'demo', n, n, now(), now() + interval '1 day' from generate_series(1, 20000) n;
            insert into known_device (project_id, user_id, device)
                select 'demo', n, '' from generate_series(1, 20000) n;
            insert into log (project_id, user_id, at, event_id, event, user_email, user_name, ip, user_agent)
                select 'demo', n, now(), gen_random_uuid(), '', '', '', '', '' from generate_series(1, 20000) n;
            insert into event_tag (tag, position) select 'sessions/demo/' || n, -n from generate_series(1, 20000) n;
            insert into delivery (id, project_id, user_id, template, request_id, next_attempt_at, closed_at)
                select gen_random_uuid(), 'demo', n, '', '', now(), case n % 2 when 0 then now() end
                  from generate_series(1, 20000) n;""";

    /** Rows read by sequential and by index scans, per table. */
    private static final String ROWS_READ = """
            select relname, seq_tup_read + coalesce(idx_tup_fetch, 0) as rows_read from pg_stat_user_tables
             where relname in ('account', 'target', 'session', 'token', 'authenticator', 'recovery_codes', 'challenge',
                               'known_device', 'log', 'event', 'event_tag', 'delivery')""";

    /** A backend reports its statistics when it ends, so all other backends are terminated first. */
    private static final String TERMINATE_OTHER_BACKENDS = """
            select pg_terminate_backend(pid, 10000) from pg_stat_activity
             where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()""";

    private final Postgres postgres;
    private final Database database;
    private final PostgresEventStore node;

    QueryPlansTest(Postgres postgres) {
        this.postgres = postgres;
        this.database = postgres.database();
        this.node = postgres.node();
    }

    @Test
    void plans_made_for_empty_tables_read_few_rows_of_full_ones() {
        for (var n = 0; n < OFTEN; n++) {
            executeAllStatements();
        }
        Database.await(postgres.pool().query(GROW).execute());
        executeAllStatements();
        executeAllStatements();
        assertThat(rowsRead()).hasSize(12).allSatisfy((_, rows) -> assertThat(rows)
                .isLessThan(MANY));
    }

    private void executeAllStatements() {
        writeEvents();
        lookUp();
        deliver(MessageType.RECOVERY);
        deliver(MessageType.MFA_CHALLENGE);
    }

    private void writeEvents() {
        node.transact(METADATA, streams -> {
            streams.read(ALICE);
            EveryEvent.all().forEach(streams::append);
            streams.list(ALICE, EnrolledFactors.INVENTORY);
            return streams.list(ALICE, OpenSession.INVENTORY).size()
                    + streams.list(ALICE, OutstandingToken.INVENTORY).size()
                    + streams.list(ALICE, RegisteredTarget.INVENTORY).size();
        });
    }

    private void lookUp() {
        var directory = new PostgresAccountDirectory(database);
        directory.findByEmail(PROJECT, new EmailAddress("a@example.com"));
        directory.find(ALICE);
        directory.find(PROJECT, new EmailAddress("a@example.com"));
        directory.find(PROJECT, new PhoneNumber("+4915112345678"));
        directory.credentials(ALICE);
        directory.isTarget(PROJECT, new Identifier("a@example.com"));
        directory.findTarget(ALICE, new TargetId(PROJECT, "pixel"));
        directory.isFull(PROJECT, 10);
        var authentication = new PostgresSessionAuthentication(database);
        authentication.authenticate(ALICE, new Secret("phone").digest(), NOW);
        authentication.authenticate(ALICE, new SessionId(PROJECT, "phone"), NOW);
        authentication.authenticate(
                Stream.of("stale", "foreign", "phone")
                        .map(secret -> new ClaimedSession(ALICE, new Secret(secret).digest()))
                        .toList(),
                NOW);
        var overdue = new PostgresOverdueItems(database);
        overdue.sessions(NOW, 10);
        overdue.tokens(NOW, 10);
        overdue.challenges(NOW, 10);
        var factors = new PostgresFactorViews(database);
        factors.of(ALICE);
        factors.readableCodes(PROJECT, 10);
        new PostgresKnownDevices(database).isNewTo(ALICE, Client.UNKNOWN);
    }

    private void deliver(MessageType messageType) {
        var queue = new PostgresDeliveryQueue(database, new EventCodec(), InstantSource.fixed(NOW));
        var message = new Message(UUID.randomUUID().toString(), "request", request(messageType));
        queue.enqueue(message, NOW);
        assertThat(queue.claim(1, Duration.ofMinutes(1), NOW)).hasSize(1);
        queue.retry(message.id(), NOW, "busy");
        queue.close(message.id());
        queue.purge(NOW.plusSeconds(1));
    }

    private static MessageRequested request(MessageType messageType) {
        return new MessageRequested(
                ALICE,
                "Demo",
                messageType,
                "en",
                new Recipient("a@example.com"),
                null,
                "subject",
                new Ciphertext("sealed"),
                null,
                NOW);
    }

    private Map<String, Long> rowsRead() {
        var pool = postgres.pool();
        Database.await(pool.query(TERMINATE_OTHER_BACKENDS).execute());
        var read = new HashMap<String, Long>();
        for (var row : Database.await(pool.query(ROWS_READ).execute())) {
            read.put(row.getString("relname"), row.getLong("rows_read"));
        }
        return read;
    }
}
