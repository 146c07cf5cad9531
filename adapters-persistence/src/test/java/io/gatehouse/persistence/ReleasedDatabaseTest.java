package io.gatehouse.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.application.EventListener.RecordedEvent;
import io.gatehouse.application.request.Actor;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.persistence.account.PostgresAccountDirectory;
import io.gatehouse.persistence.message.PostgresDeliveryQueue;
import io.gatehouse.persistence.replay.ReplayCheck;
import io.gatehouse.persistence.session.PostgresSessionAuthentication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A database that an earlier version has written is readable, and its data has the same meaning.
 *
 * <p>{@code db/released-v3.sql} holds the rows of a database at version 3 of the schema: those of all tables but
 * {@code rate_limit}, Flyway's history included, so that an edit of a released migration fails here. The service of
 * commit 9cd3c64 wrote it on its embedded PostgreSQL while a script sent requests that produce every event type, in
 * projects {@code demo} (notices, password history), {@code other}, {@code strict}, {@code brief} (everything expires
 * at once) and {@code later} (strict after a restart). Two things were arranged in SQL: {@code accessed_at} of user
 * {@code mary} lay three days back before her last request, and sent messages were deleted, as they are after two days.
 * Transaction IDs (columns of type {@code xid8}) are numbered from 1: they must lie below those of the cluster that
 * loads the rows.
 */
@ExtendWith(Postgres.Server.class)
class ReleasedDatabaseTest {

    private static final int EVENTS = 263;
    private static final int EVENT_TYPES = 50;

    private static final ProjectId DEMO = new ProjectId("demo");
    private static final AccountId ADA = new AccountId(DEMO, "ada");
    private static final SessionId SESSION = new SessionId(DEMO, "6b098ae50cb84283f875");

    /** After the last event, before any session ends. */
    private static final Instant NEXT_DAY = Instant.parse("2026-11-28T12:00:00Z");

    private static final RequestMetadata METADATA = new RequestMetadata(
            "request", new IpAddress("::1"), new UserAgent("curl/8"), Actor.USER, AuditAction.USER_UPDATE);

    private final Postgres postgres;
    private final EventCodec codec = new EventCodec();

    ReleasedDatabaseTest(Postgres postgres) {
        this.postgres = postgres;
    }

    @BeforeEach
    void the_database_of_an_earlier_version_is_migrated() {
        run("drop schema public cascade; create schema public");
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(postgres.jdbcUrl(), Postgres.USER, "")
                .locations("classpath:db/migration")
                .target("3")
                .load()
                .migrate();
        run(TestResources.text("/db/released-v3.sql"));
        Migrations.run(postgres.jdbcUrl(), Postgres.USER, "");
    }

    @Test
    void every_event_is_read_and_written_unchanged() {
        var types = new ArrayList<String>();
        for (var row : postgres.database().execute("select type, project_id, payload::text as payload from event")) {
            var payload = row.getString("payload");
            var event = codec.read(row.getString("type"), payload, new ProjectId(row.getString("project_id")));
            assertThat(codec.write(event)).isEqualTo(payload);
            types.add(row.getString("type"));
        }
        assertThat(types).hasSize(EVENTS);
        assertThat(types.stream().distinct()).hasSize(EVENT_TYPES);
    }

    @Test
    void the_replay_check_is_clean() {
        var outcome = new ReplayCheck(postgres.pool(), codec).run();
        assertThat(outcome.events()).isEqualTo(EVENTS);
        assertThat(outcome.differences().values()).containsOnly(0L);
    }

    @Test
    void a_user_is_found_by_email_address() {
        var found = new PostgresAccountDirectory(postgres.database())
                .find(DEMO, new EmailAddress("ada@example.com"))
                .orElseThrow();
        assertThat(found.id()).isEqualTo(ADA);
        assertThat(found.name()).isEqualTo(new DisplayName("Ada \"Адa\" L'Ovelace \\ 🦊"));
        assertThat(found.targets())
                .extracting(target -> target.providerType())
                .containsExactly("email", "sms", "push", "push");
        assertThat(List.of(found.emailVerified(), found.phoneVerified(), found.mfa(), found.totp()))
                .containsOnly(true);
    }

    @Test
    void a_session_is_valid_until_it_is_revoked() {
        var authentication = new PostgresSessionAuthentication(postgres.database());
        var session = authentication
                .authenticate(ADA, SESSION, NEXT_DAY)
                .orElseThrow()
                .session();
        assertThat(session.factors())
                .extracting(AuthenticationFactor::value)
                .containsExactly("password", "totp", "email", "phone", "recoveryCode");
        assertThat(session.client().clientName()).isEqualTo("Firefox");

        postgres.node()
                .transact(METADATA, streams -> streams.execute(SESSION, new RevokeSession(SESSION, ADA, NEXT_DAY)));
        assertThat(authentication.authenticate(ADA, SESSION, NEXT_DAY)).isEmpty();
    }

    @Test
    void an_email_address_that_was_taken_is_still_taken() {
        var taken =
                new UserCreated(new AccountId(DEMO, "eve"), new EmailAddress("ada@example.com"), null, null, NEXT_DAY);
        assertThatThrownBy(() -> append(taken))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(new UserAlreadyExists()));
    }

    @Test
    void a_message_that_was_not_sent_yet_is_delivered() {
        var queue = new PostgresDeliveryQueue(postgres.database(), codec, () -> NEXT_DAY);
        assertThat(queue.claim(10, Duration.ofMinutes(1), NEXT_DAY))
                .singleElement()
                .satisfies(delivery -> {
                    assertThat(delivery.obsolete()).isFalse();
                    assertThat(delivery.message().request().template()).isEqualTo(MessageType.OTP_SESSION);
                    assertThat(delivery.message().request().recipient()).isEqualTo(new Recipient("otto@example.com"));
                });
    }

    @Test
    void a_consumer_of_the_log_continues_after_the_last_event_it_has_seen() throws Exception {
        BlockingQueue<RecordedEvent> received = new LinkedBlockingQueue<>();
        var node = postgres.node();
        var renamed = new UserNameChanged(ADA, new DisplayName("Ada"), NEXT_DAY);
        try (var _ = node.subscribe("messages", event -> {
            received.add(event);
            return CompletableFuture.completedStage(null);
        })) {
            append(renamed);
            assertThat(received.poll(1, TimeUnit.MINUTES))
                    .extracting(RecordedEvent::event)
                    .isEqualTo(renamed);
        }
    }

    private void append(Event event) {
        postgres.node().transact(METADATA, streams -> {
            streams.append(event);
            return event;
        });
    }

    private void run(String sql) {
        Database.await(postgres.pool().query(sql).execute());
    }
}
