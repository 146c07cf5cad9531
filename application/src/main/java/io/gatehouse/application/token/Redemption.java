package io.gatehouse.application.token;

import io.gatehouse.application.AuditAction;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.RequestMetadata;
import io.gatehouse.application.Streams;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenCommand.RecordFailedAttempt;
import io.gatehouse.domain.token.TokenCommand.RedeemToken;
import io.gatehouse.domain.token.TokenKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Accepts tokens back, once: the one way for every kind. A wrong code counts against every code it could have been a guess
 * at; its presenter learns nothing of that.
 */
public final class Redemption {

    private static final Pattern LIKE_A_CODE = Pattern.compile("\\d{6}");

    private final EventStore store;
    private final InstantSource clock;

    public Redemption(EventStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param kinds those that will do */
    public record Presented(AccountId owner, Set<TokenKind> kinds, Secret secret) {}

    /**
     * Redeems the token together with what it is good for, or neither.
     *
     * @param use what else happens in the same unit of work
     * @throws RefusedException with {@link InvalidToken}, or as the use does; the token then stays as it was
     */
    public <R> R redeem(
            Presented presented,
            AuditAction auditAction,
            RequestMetadata metadata,
            BiFunction<Streams, HeldToken, R> use) {
        var now = clock.instant();
        try {
            return store.transact(metadata.audited(auditAction), streams -> {
                var token = find(streams, presented, now).orElseThrow(() -> new RefusedException(new InvalidToken()));
                streams.execute(
                        token.id(),
                        new RedeemToken(
                                token.id(),
                                presented.owner(),
                                presented.kinds(),
                                presented.secret().digest(),
                                now));
                return use.apply(streams, token);
            });
        } catch (RefusedException refused) {
            countWrongCode(refused, presented, metadata, now);
            throw refused;
        }
    }

    /**
     * Looks without redeeming, before work that only a good token is worth.
     *
     * @throws RefusedException with {@link InvalidToken}
     */
    void requireGood(Presented presented, RequestMetadata metadata) {
        var now = clock.instant();
        if (store.transact(metadata, streams -> find(streams, presented, now)).isEmpty()) {
            var refused = new RefusedException(new InvalidToken());
            countWrongCode(refused, presented, metadata, now);
            throw refused;
        }
    }

    private static Optional<HeldToken> find(Streams streams, Presented presented, Instant now) {
        return streams.tokensOf(presented.owner()).stream()
                .filter(token -> presented.kinds().contains(token.kind()))
                .filter(token -> token.isGood(now))
                .filter(token -> token.opensWith(presented.secret()))
                .findFirst();
    }

    private void countWrongCode(RefusedException refused, Presented presented, RequestMetadata metadata, Instant now) {
        if (!(refused.refusal() instanceof InvalidToken)
                || !LIKE_A_CODE.matcher(presented.secret().value()).matches()) {
            return;
        }
        store.transact(metadata, streams -> {
            streams.tokensOf(presented.owner()).stream()
                    .filter(token -> presented.kinds().contains(token.kind()) && token.isGood(now))
                    .filter(token -> !token.opensWith(presented.secret()))
                    .forEach(token -> streams.execute(token.id(), new RecordFailedAttempt(token.id(), now)));
            return now;
        });
    }
}
