package io.gatehouse.persistence;

import static io.gatehouse.persistence.EveryEvent.ALICE;
import static io.gatehouse.persistence.EveryEvent.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.ProviderUid;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.persistence.account.AccountProjection;
import io.gatehouse.persistence.log.LogProjection;
import io.gatehouse.persistence.replay.ReplayCheck;
import io.gatehouse.persistence.session.PostgresKnownDevices;
import io.gatehouse.persistence.session.SessionProjection;
import io.gatehouse.persistence.target.TargetProjection;
import io.gatehouse.persistence.token.TokenProjection;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever was there before a migration is there after it, as if the new version had been at work from the beginning. */
@ExtendWith(Postgres.Server.class)
class MigrationsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-01-02T00:00:00Z");
    private static final RequestMetadata OCCASION =
            new RequestMetadata("request", new IpAddress("::1"), new UserAgent("curl/8"), AuditAction.USER_UPDATE);
    private static final AccountId NAMESAKE = new AccountId(new ProjectId("other"), ALICE.value());
    private static final Client PIXEL = client("Android", "Chrome Mobile", "Google", "Pixel 7");
    private static final Client DESKTOP = client("GNU/Linux", "Firefox", "", "");
    private static final Client IPHONE = client("iOS", "Mobile Safari", "Apple", "iPhone");

    /** What the second version knew of. */
    private static final List<Projection> SECOND = List.of(
            new AccountProjection(),
            new SessionProjection(),
            new TokenProjection(),
            new TargetProjection(),
            new LogProjection());

    private final Postgres postgres;

    MigrationsTest(Postgres postgres) {
        this.postgres = postgres;
    }

    @BeforeEach
    void the_schema_is_that_of_the_second_version() {
        var anew = "drop schema public cascade; create schema public";
        Database.await(postgres.pool().query(anew).execute());
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(postgres.jdbcUrl(), Postgres.USER, "")
                .locations("classpath:db/migration")
                .target("2")
                .load()
                .migrate();
    }

    @Test
    void devices_are_known_from_before_unless_their_user_left() {
        happened(
                created(ALICE),
                signedIn(ALICE, "long-gone", PIXEL),
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
    void told_anew_the_log_says_what_the_migrated_views_say() {
        var target = new TargetId(PROJECT, "mail");
        happened(
                created(ALICE),
                new TargetCreated(ALICE, target, "email", new Identifier("alice@example.com"), NOON),
                signedIn(ALICE, "first", PIXEL),
                signedIn(ALICE, "second", client("Ümlaut", "\"quoted\" \\ and, listed", "", "")));
        migrate();
        var outcome = new ReplayCheck(postgres.pool(), new EventCodec(), Postgres.PROJECTIONS).run();
        assertThat(outcome.differences().values()).containsOnly(0L);
        assertThat(outcome.events()).isEqualTo(4);
    }

    private void happened(Event... events) {
        var node = postgres.node(SECOND);
        for (var event : events) {
            node.transact(OCCASION, streams -> {
                streams.append(event);
                return event;
            });
        }
    }

    private void migrate() {
        Migrations.run(postgres.jdbcUrl(), Postgres.USER, "");
    }

    private static UserCreated created(AccountId who) {
        return new UserCreated(who, null, null, null, NOON);
    }

    private static SessionCreated signedIn(AccountId who, String session, Client client) {
        return new SessionCreated(
                who,
                new SessionId(who.project(), session),
                new Secret(session).digest(),
                "anonymous",
                new ProviderUid(""),
                List.of("anonymous"),
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
