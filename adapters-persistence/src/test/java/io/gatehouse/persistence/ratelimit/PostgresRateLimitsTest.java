package io.gatehouse.persistence.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.gatehouse.application.RateLimits;
import io.gatehouse.application.RateLimits.Standing;
import io.gatehouse.application.RateLimitsContract;
import io.gatehouse.domain.Secret;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.Postgres;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class PostgresRateLimitsTest extends RateLimitsContract {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Instant ONE = NOON.plus(HOUR);

    private final Database database;
    private final PostgresRateLimits limits;

    PostgresRateLimitsTest(Postgres postgres) {
        this.database = postgres.database();
        this.limits = new PostgresRateLimits(database, clock());
    }

    @Override
    protected RateLimits limits() {
        return limits;
    }

    @Test
    void only_digests_of_keys_are_stored() {
        limits.count(List.of("email:alice@example.com"), 1, HOUR);
        assertThat(storedKeys()).contains(digest("email:alice@example.com")).noneMatch(key -> key.toString()
                .contains("alice"));
    }

    @Test
    void while_the_database_is_unavailable_every_request_is_allowed() {
        var vertx = Vertx.vertx();
        try {
            var unreachable = new PostgresRateLimits(unreachable(vertx), InstantSource.fixed(NOON));
            assertThat(unreachable.count(List.of("a"), 1, HOUR)).isEqualTo(new Standing(true, 1, 0, ONE));
            assertThat(unreachable.count(List.of("a"), 1, HOUR)).isEqualTo(new Standing(true, 1, 0, ONE));
            assertThatNoException().isThrownBy(() -> unreachable.reset(List.of("a")));
        } finally {
            Database.await(vertx.close());
        }
    }

    @Test
    void counters_are_swept_when_their_window_is_over() {
        at(NOON).count(List.of("over"), 1, HOUR);
        at(ONE).count(List.of("open"), 1, HOUR);
        at(ONE.plusSeconds(1)).deleteExpired();
        assertThat(storedKeys()).contains(digest("open")).doesNotContain(digest("over"));
    }

    private PostgresRateLimits at(Instant now) {
        return new PostgresRateLimits(database, InstantSource.fixed(now));
    }

    /** @return a database at a port where no server listens */
    private static Database unreachable(Vertx vertx) {
        var address = new PgConnectOptions().setHost("localhost").setPort(1).setUser("postgres");
        var pool = PgBuilder.pool().using(vertx).connectingTo(address).build();
        return new Database(pool, pool);
    }

    private List<Buffer> storedKeys() {
        return database.execute("select key from rate_limit").stream()
                .map(row -> row.getBuffer("key"))
                .toList();
    }

    private static Buffer digest(String key) {
        return Buffer.buffer(HexFormat.of().parseHex(new Secret(key).digest().value()));
    }
}
