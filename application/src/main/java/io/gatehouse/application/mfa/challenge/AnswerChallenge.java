package io.gatehouse.application.mfa.challenge;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.mfa.CodeDigests;
import io.gatehouse.application.mfa.authenticator.TotpVerifier;
import io.gatehouse.application.mfa.recoverycodes.RecoveryCodeService;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.application.session.SessionViews;
import io.gatehouse.domain.Refusal.FactorIsOff;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.RequireVerified;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.ChallengeHolder;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.PassChallenge;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.RecordFailedAttempt;
import io.gatehouse.domain.session.SessionCommand.RecordChallengePassed;
import java.time.Instant;
import java.time.InstantSource;

/** Accepts the answer to a challenge, once, and adds the verified factor to the session. */
public final class AnswerChallenge {

    private final TotpVerifier totpVerifier;
    private final RecoveryCodeService recoveryCodes;
    private final CodeDigests digests;
    private final SessionViews sessions;
    private final EventStore store;
    private final InstantSource clock;

    public AnswerChallenge(
            TotpVerifier totpVerifier,
            RecoveryCodeService recoveryCodes,
            CodeDigests digests,
            SessionViews sessions,
            EventStore store,
            InstantSource clock) {
        this.totpVerifier = totpVerifier;
        this.recoveryCodes = recoveryCodes;
        this.digests = digests;
        this.sessions = sessions;
        this.store = store;
        this.clock = clock;
    }

    public record Command(ChallengeId challenge, ChallengeHolder holder, Secret code) {}

    /**
     * A wrong answer leaves the challenge open; the tenth one withdraws it.
     *
     * @return the session after the change
     * @throws RefusedException with {@link InvalidToken}, {@link FactorIsOff}, or {@link SessionNotFound} if the
     *     session ends concurrently
     */
    public SessionView handle(Command command, RequestContext context) {
        var now = clock.instant();
        try {
            store.transact(context.audited(AuditAction.CHALLENGE_UPDATE), streams -> {
                var factor = streams.read(command.challenge())
                        .factorFor(command.holder(), now)
                        .orElseThrow(() -> new RefusedException(new InvalidToken()));
                context.project().policies().factors().require(factor);
                answer(streams, command, factor, now);
                return factor;
            });
        } catch (RefusedException refused) {
            recordFailedAttempt(refused, command, context, now);
            throw refused;
        }
        return sessions.find(command.holder().account(), command.holder().session(), now)
                .orElseThrow(() -> new RefusedException(new SessionNotFound()));
    }

    private void answer(Streams streams, Command command, Factor factor, Instant now) {
        var by = command.holder();
        switch (factor) {
            case TOTP -> requireTotp(streams, command, now);
            case RECOVERY_CODE -> recoveryCodes.spend(streams, by.account(), command.code(), now);
            case EMAIL, PHONE -> {
                // The challenge itself compares the code with the one that was sent.
            }
        }
        var recipients = streams.read(by.account()).contacts().verifiedRecipients();
        var code = digests.candidates(command.challenge().value(), command.code());
        streams.execute(command.challenge(), new PassChallenge(command.challenge(), by, code, recipients, now));
        streams.execute(by.session(), new RecordChallengePassed(by.session(), by.account(), factor.proven(), now));
    }

    private void requireTotp(Streams streams, Command command, Instant now) {
        var account = command.holder().account();
        var authenticator = streams.list(account, EnrolledFactors.INVENTORY).authenticator();
        if (authenticator == null) {
            throw new RefusedException(new InvalidToken());
        }
        streams.execute(authenticator.id(), new RequireVerified(authenticator.id()));
        TotpVerifier.spend(streams, account, totpVerifier.match(authenticator, command.code(), now), now);
    }

    private void recordFailedAttempt(RefusedException refused, Command command, RequestContext context, Instant now) {
        if (refused.refusal() instanceof InvalidToken) {
            var failedAttempt = new RecordFailedAttempt(command.challenge(), command.holder(), now);
            store.transact(context.metadata(), streams -> streams.execute(command.challenge(), failedAttempt));
        }
    }
}
