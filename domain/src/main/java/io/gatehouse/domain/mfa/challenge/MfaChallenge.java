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
 * The state of an MFA challenge, folded from its events. Passed, expired and withdrawn ones, and those of other
 * sessions and users, are treated alike, as not found.
 */
public sealed interface MfaChallenge extends Aggregate<MfaChallenge, MfaChallengeCommand, MfaChallengeEvent> {

    /** Withdrawn after ten wrong answers (six-digit codes); answers checked concurrently may exceed that by a few. */
    int MAX_FAILED_ATTEMPTS = 10;

    /** Never created, passed, withdrawn or expired. */
    record Absent() implements MfaChallenge {}

    /**
     * @param code the digest of the code that was sent; null for TOTP and recovery codes
     * @param sentTo where the code was sent; null if nothing was sent
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

        private boolean isCode(List<SecretDigest> presented) {
            return code == null || presented.stream().anyMatch(code::matches);
        }

        /** A code sent to a contact that is no longer a verified one of the user proves nothing. */
        private boolean wasSentToCurrentContact(Set<Recipient> verifiedRecipients) {
            return sentTo == null || verifiedRecipients.contains(sentTo);
        }

        private Open afterFailedAttempt() {
            return new Open(holder, factor, code, sentTo, expiresAt, failedAttempts + 1);
        }
    }

    /** The factor that it asks for; empty unless this session may still answer it. */
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
            case MfaChallengePassed _, MfaChallengeWithdrawn _, MfaChallengeExpired _ -> new Absent();
        };
    }

    private Decision<MfaChallengeEvent> pass(PassChallenge c) {
        return switch (this) {
            case Open open
            when open.isAnsweredBy(c) ->
                accept(new MfaChallengePassed(open.holder().account(), c.challenge(), c.at()));
            case Open _, Absent _ -> refuse(new InvalidToken());
        };
    }

    private Decision<MfaChallengeEvent> recordFailedAttempt(RecordFailedAttempt c) {
        return switch (this) {
            case Open open when !open.isOpenTo(c.by(), c.at()) -> accept();
            case Open open when open.failedAttempts() + 1 < MAX_FAILED_ATTEMPTS -> accept(failed(open, c));
            case Open open ->
                new Accepted<>(List.of(
                        failed(open, c), new MfaChallengeWithdrawn(open.holder().account(), c.challenge(), c.at())));
            case Absent _ -> accept();
        };
    }

    private Decision<MfaChallengeEvent> expire(ExpireChallenge c) {
        return switch (this) {
            case Open open
            when open.expiresAt().isBefore(c.at()) ->
                accept(new MfaChallengeExpired(open.holder().account(), c.challenge(), c.at()));
            case Open _, Absent _ -> accept();
        };
    }

    private static MfaChallengeEvent failed(Open open, RecordFailedAttempt c) {
        return new MfaChallengeFailed(open.holder().account(), c.challenge(), c.at());
    }
}
