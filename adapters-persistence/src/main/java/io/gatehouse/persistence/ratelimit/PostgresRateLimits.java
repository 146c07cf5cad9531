package io.gatehouse.persistence.ratelimit;

import io.gatehouse.application.RateLimits;
import io.gatehouse.application.UnavailableException;
import io.gatehouse.domain.Secret;
import io.gatehouse.persistence.Database;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jboss.logging.Logger;

/** One row per key, one statement per request. Keys contain personal data, so only their digests are stored. */
public final class PostgresRateLimits implements RateLimits {

    private static final Logger LOG = Logger.getLogger(PostgresRateLimits.class);

    private final Database database;
    private final InstantSource clock;

    public PostgresRateLimits(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Standing count(List<String> keys, int limit, Duration window) {
        var length = window.toSeconds();
        var now = clock.instant().getEpochSecond();
        var start = now - now % length;
        var resetsAt = Instant.ofEpochSecond(start + length);
        try {
            var rows = database.execute(
                    "select take_rate_limit($1, $2, $3, $4) as before", digests(keys), start, length, limit);
            var count = Arrays.stream(rows.iterator().next().getArrayOfIntegers("before"))
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            return new Standing(count < limit, limit, Math.max(0, limit - count - 1), resetsAt);
        } catch (UnavailableException | PgException failure) {
            LOG.warn("rate limits are unavailable; the request is allowed", failure);
            return new Standing(true, limit, limit - 1, resetsAt);
        }
    }

    @Override
    public void reset(List<String> keys) {
        try {
            database.execute("update rate_limit set count = 0 where key = any($1)", (Object) digests(keys));
        } catch (UnavailableException | PgException failure) {
            LOG.warn("rate limits are unavailable; the counters are not reset", failure);
        }
    }

    /** Deletes counters of past windows; to be called periodically. */
    public void deleteExpired() {
        database.execute(
                "delete from rate_limit where window_end < $1", clock.instant().getEpochSecond());
    }

    private static Buffer[] digests(List<String> keys) {
        return keys.stream().map(PostgresRateLimits::digest).toArray(Buffer[]::new);
    }

    private static Buffer digest(String key) {
        return Buffer.buffer(HexFormat.of().parseHex(new Secret(key).digest().value()));
    }
}
