package io.gatehouse.persistence;

import static io.gatehouse.persistence.EveryEvent.ALICE;
import static io.gatehouse.persistence.EveryEvent.PROJECT;
import static io.gatehouse.persistence.Timestamps.utc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.application.request.Actor;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.ProviderUid;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.persistence.Projection.RecordedChange;
import io.gatehouse.persistence.account.AccountProjection;
import io.gatehouse.persistence.log.LogProjection;
import io.gatehouse.persistence.replay.ReplayCheck;
import io.gatehouse.persistence.session.PostgresKnownDevices;
import io.gatehouse.persistence.session.SessionProjection;
import io.gatehouse.persistence.target.TargetProjection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After a migration, views of existing accounts equal those that the new version would have written. */
@ExtendWith(Postgres.Server.class)
class MigrationsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-01-02T00:00:00Z");
    private static final RequestMetadata METADATA = new RequestMetadata(
            "request", new IpAddress("::1"), new UserAgent("curl/8"), Actor.USER, AuditAction.USER_UPDATE);
    private static final AccountId NAMESAKE = new AccountId(new ProjectId("other"), ALICE.value());
    private static final Client PIXEL = client("Android", "Chrome Mobile", "Google", "Pixel 7");
    private static final Client DESKTOP = client("GNU/Linux", "Firefox", "", "");
    private static final Client IPHONE = client("iOS", "Mobile Safari", "Apple", "iPhone");

    /** The statement by which schema version 2 appended an event without tags. */
    private static final String APPEND = """
            insert into event (id, project_id, user_id, type, at, payload, occasion)
            values ($1, $2, $3, $4, $5, $6::text::json, $7::text::json)""";

    /** What Flyway of a later release would have recorded. */
    private static final String RECORD_VERSION_999 = """
            insert into flyway_schema_history
                (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
            values (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'postgres', 1, true)""";

    /** Projections of schema version 2 that these events change. Their statements are still the same. */
    private static final List<Projection> VERSION_2 =
            List.of(new AccountProjection(), new SessionProjection(), new TargetProjection(), new LogProjection());

    private final EventCodec codec = new EventCodec();
    private final Postgres postgres;

    MigrationsTest(Postgres postgres) {
        this.postgres = postgres;
    }

    @BeforeEach
    void migrate_to_the_second_version() {
        var recreate = "drop schema public cascade; create schema public";
        Database.await(postgres.pool().query(recreate).execute());
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(postgres.jdbcUrl(), Postgres.USER, "")
                .locations("classpath:db/migration")
                .target("2")
                .load()
                .migrate();
    }

    @Test
    void devices_of_existing_accounts_are_known_after_the_migration() {
        appendAll(
                created(ALICE),
                signedIn(ALICE, "former", PIXEL),
                new UserDeleted(ALICE, NOON),
                created(ALICE),
                signedIn(ALICE, "first", DESKTOP),
                signedIn(ALICE, "second", DESKTOP),
                new SessionRevoked(ALICE, new SessionId(PROJECT, "second"), NOON),
                created(NAMESAKE),
                signedIn(NAMESAKE, "first", IPHONE));
        migrate();
        var devices = new PostgresKnownDevices(postgres.database());
        assertThat(devices.isNewTo(ALICE, DESKTOP)).isFalse();
        assertThat(devices.isNewTo(ALICE, PIXEL)).isTrue();
        assertThat(devices.isNewTo(ALICE, IPHONE)).isTrue();
        assertThat(devices.isNewTo(NAMESAKE, IPHONE)).isFalse();
        assertThat(devices.isNewTo(NAMESAKE, DESKTOP)).isTrue();
    }

    @Test
    void a_replay_of_the_log_equals_the_migrated_views() {
        var target = new TargetId(PROJECT, "mail");
        appendAll(
                created(ALICE),
                new TargetCreated(ALICE, target, "email", new Identifier("alice@example.com"), NOON),
                signedIn(ALICE, "first", PIXEL),
                signedIn(ALICE, "second", client("Ümlaut", "\"quoted\" \\ and, listed", "", "")));
        migrate();
        var outcome = new ReplayCheck(postgres.pool(), codec).run();
        assertThat(outcome.differences().values()).containsOnly(0L);
        assertThat(outcome.events()).isEqualTo(4);
    }

    @Test
    void a_schema_of_a_newer_version_is_refused_and_not_changed() {
        migrate();
        Database.await(postgres.pool().query(RECORD_VERSION_999).execute());
        assertThatExceptionOfType(NewerSchemaException.class)
                .isThrownBy(this::migrate)
                .withMessageContaining("schema version 999");
    }

    @Test
    void a_schema_of_a_newer_version_is_refused_before_older_migrations_are_made_up_for() {
        Database.await(postgres.pool().query(RECORD_VERSION_999).execute());
        assertThatExceptionOfType(NewerSchemaException.class).isThrownBy(this::migrate);
        var versions = Database.await(postgres.pool()
                .query("select version from flyway_schema_history")
                .execute());
        assertThat(versions)
                .extracting(row -> row.getString(0))
                .contains("2", "999")
                .doesNotContain("3", "4");
    }

    private void appendAll(Event... events) {
        var database = postgres.database();
        for (var event : events) {
            var recordedChange = new RecordedChange(UUID.randomUUID(), event, METADATA);
            var views = VERSION_2.stream().flatMap(projection -> projection.statements(recordedChange).stream());
            Database.await(database.transact(
                    Stream.concat(Stream.of(append(recordedChange)), views).toList()));
        }
    }

    private Statement append(RecordedChange recordedChange) {
        var event = recordedChange.event();
        return Statement.of(
                APPEND,
                recordedChange.id(),
                event.project().value(),
                event.userId(),
                EventTypes.typeOf(event.getClass()),
                utc(event.at()),
                codec.write(event),
                codec.write(recordedChange.metadata()));
    }

    private void migrate() {
        Migrations.run(postgres.jdbcUrl(), Postgres.USER, "");
    }

    private static UserCreated created(AccountId account) {
        return new UserCreated(account, null, null, null, NOON);
    }

    private static SessionCreated signedIn(AccountId account, String session, Client client) {
        return new SessionCreated(
                account,
                new SessionId(account.project(), session),
                new Secret(session).digest(),
                "anonymous",
                new ProviderUid(""),
                List.of(AuthenticationFactor.ANONYMOUS),
                new IpAddress("::1"),
                new UserAgent("curl/8"),
                client,
                "--",
                MIDNIGHT,
                NOON);
    }

    private static Client client(String os, String software, String brand, String model) {
        return new Client("", os, "", "", "", software, "", "", "", "", brand, model);
    }
}
