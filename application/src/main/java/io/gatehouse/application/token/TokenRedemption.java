package io.gatehouse.application.token;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.inventory.OutstandingToken;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
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
 * Redeems tokens of every kind, each once. A wrong code counts as a failed attempt at every open token of the account
 * that it could have been a guess at; the response does not reveal this.
 */
public final class TokenRedemption {

    private static final Pattern CODE_FORMAT = Pattern.compile("\\d{6}");

    private final EventStore store;
    private final InstantSource clock;

    public TokenRedemption(EventStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param kinds the accepted kinds */
    public record PresentedToken(AccountId owner, Set<TokenKind> kinds, Secret secret) {}

    /**
     * Redeems the token and runs what it authorises, as one unit of work: both happen, or neither.
     *
     * @param use what the token authorises
     * @throws RefusedException with {@link InvalidToken}, or as the use does; the token is then not redeemed
     */
    public <R> R redeem(
            PresentedToken presentedToken,
            AuditAction auditAction,
            RequestContext context,
            BiFunction<Streams, OutstandingToken, R> use) {
        var now = clock.instant();
        try {
            return store.transact(context.audited(auditAction), streams -> {
                var token =
                        find(streams, presentedToken, now).orElseThrow(() -> new RefusedException(new InvalidToken()));
                streams.execute(
                        token.id(),
                        new RedeemToken(
                                token.id(),
                                presentedToken.owner(),
                                presentedToken.kinds(),
                                presentedToken.secret().digest(),
                                now));
                return use.apply(streams, token);
            });
        } catch (RefusedException refused) {
            recordFailedAttempt(refused, presentedToken, context, now);
            throw refused;
        }
    }

    /**
     * Checks a token without redeeming it, before expensive work that requires a valid one.
     *
     * @throws RefusedException with {@link InvalidToken}
     */
    public void requireRedeemable(PresentedToken presentedToken, RequestContext context) {
        var now = clock.instant();
        if (store.transact(context.metadata(), streams -> find(streams, presentedToken, now))
                .isEmpty()) {
            var refused = new RefusedException(new InvalidToken());
            recordFailedAttempt(refused, presentedToken, context, now);
            throw refused;
        }
    }

    private static Optional<OutstandingToken> find(Streams streams, PresentedToken presentedToken, Instant now) {
        var digest = presentedToken.secret().digest();
        return streams.list(presentedToken.owner(), OutstandingToken.INVENTORY).stream()
                .filter(token -> token.terms().areMetBy(presentedToken.kinds(), digest, now))
                .findFirst();
    }

    private void recordFailedAttempt(
            RefusedException refused, PresentedToken presentedToken, RequestContext context, Instant now) {
        if (!(refused.refusal() instanceof InvalidToken)
                || !CODE_FORMAT.matcher(presentedToken.secret().value()).matches()) {
            return;
        }
        var digest = presentedToken.secret().digest();
        store.transact(context.metadata(), streams -> {
            streams.list(presentedToken.owner(), OutstandingToken.INVENTORY).stream()
                    .filter(token -> token.terms().areFailedBy(presentedToken.kinds(), digest, now))
                    .forEach(token -> streams.execute(token.id(), new RecordFailedAttempt(token.id(), now)));
            return now;
        });
    }
}
