package io.gatehouse.domain.mfa.challenge;

import static io.gatehouse.domain.Decision.accept;
import static io.gatehouse.domain.Decision.refuse;

import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Decision;
import io.gatehouse.domain.Decision.Accepted;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.ChallengeHolder;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.ExpireChallenge;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.PassChallenge;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.RecordFailedAttempt;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeCreated;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeExpired;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeFailed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengePassed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeWithdrawn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A challenge as its events left it. A passed, an expired and a withdrawn one, another session's and another user's are
 * all the same: not there.
 */
public sealed interface MfaChallenge extends Aggregate<MfaChallenge, MfaChallengeCommand, MfaChallengeEvent> {

    /** Of a million codes, an attacker may try ten, and those that are judged at the same moment: then it is no good any more. */
    int MAX_FAILED_ATTEMPTS = 10;

    record Absent() implements MfaChallenge {}

    /**
     * @param code null where the answer comes from elsewhere
     * @param sentTo null where nothing was sent
     */
    record Open(
            ChallengeHolder holder,
            Factor factor,
            @Nullable SecretDigest code,
            @Nullable Recipient sentTo,
            Instant expiresAt,
            int failedAttempts)
            implements MfaChallenge {

        private boolean isOpenTo(ChallengeHolder by, Instant now) {
            return holder.equals(by) && !expiresAt.isBefore(now);
        }

        private boolean isAnsweredBy(PassChallenge c) {
            return isOpenTo(c.by(), c.at()) && isCode(c.code()) && wasSentToCurrentContact(c.verifiedRecipients());
        }

        private boolean isCode(List<SecretDigest> typed) {
            return code == null || typed.stream().anyMatch(code::matches);
        }

        /** Whoever reads what goes to an address that was given up proves nothing any more. */
        private boolean wasSentToCurrentContact(Set<Recipient> reached) {
            return sentTo == null || reached.contains(sentTo);
        }

        private Open afterFailedAttempt() {
            return new Open(holder, factor, code, sentTo, expiresAt, failedAttempts + 1);
        }
    }

    record Gone() implements MfaChallenge {}

    /** What it asks for; empty unless this session may still answer it. */
    default Optional<Factor> factorFor(ChallengeHolder by, Instant now) {
        return this instanceof Open open && open.isOpenTo(by, now) ? Optional.of(open.factor()) : Optional.empty();
    }

    @Override
    default Decision<MfaChallengeEvent> decide(MfaChallengeCommand command) {
        return switch (command) {
            case PassChallenge c -> pass(c);
            case RecordFailedAttempt c -> recordFailedAttempt(c);
            case ExpireChallenge c -> expire(c);
        };
    }

    @Override
    default MfaChallenge evolve(MfaChallengeEvent event) {
        return switch (event) {
            case MfaChallengeCreated e ->
                new Open(
                        new ChallengeHolder(e.account(), e.session()),
                        e.factor(),
                        e.code(),
                        e.sentTo(),
                        e.expiresAt(),
                        0);
            case MfaChallengeFailed _ -> this instanceof Open open ? open.afterFailedAttempt() : this;
            case MfaChallengePassed _, MfaChallengeWithdrawn _, MfaChallengeExpired _ -> new Gone();
        };
    }

    private Decision<MfaChallengeEvent> pass(PassChallenge c) {
        return switch (this) {
            case Open open
            when open.isAnsweredBy(c) ->
                accept(new MfaChallengePassed(open.holder().account(), c.challenge(), c.at()));
            case Open _, Absent _, Gone _ -> refuse(new InvalidToken());
        };
    }

    private Decision<MfaChallengeEvent> recordFailedAttempt(RecordFailedAttempt c) {
        return switch (this) {
            case Open open when !open.isOpenTo(c.by(), c.at()) -> accept();
            case Open open when open.failedAttempts() + 1 < MAX_FAILED_ATTEMPTS -> accept(failed(open, c));
            case Open open ->
                new Accepted<>(List.of(
                        failed(open, c), new MfaChallengeWithdrawn(open.holder().account(), c.challenge(), c.at())));
            case Absent _, Gone _ -> accept();
        };
    }

    private Decision<MfaChallengeEvent> expire(ExpireChallenge c) {
        return switch (this) {
            case Open open
            when open.expiresAt().isBefore(c.at()) ->
                accept(new MfaChallengeExpired(open.holder().account(), c.challenge(), c.at()));
            case Open _, Absent _, Gone _ -> accept();
        };
    }

    private static MfaChallengeEvent failed(Open open, RecordFailedAttempt c) {
        return new MfaChallengeFailed(open.holder().account(), c.challenge(), c.at());
    }
}
