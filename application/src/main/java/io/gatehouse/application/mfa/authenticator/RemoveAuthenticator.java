package io.gatehouse.application.mfa.authenticator;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.inventory.EnrolledFactors.EnrolledAuthenticator;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.mfa.recoverycodes.RecoveryCodeService;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.AuthenticatorNotFound;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountCommand.RequireActive;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Removes an authenticator app. Sessions keep the factor that they have verified with it. */
public final class RemoveAuthenticator {

    private final TotpVerifier totpVerifier;
    private final RecoveryCodeService recoveryCodes;
    private final SecurityNotices securityNotices;
    private final EventStore store;
    private final InstantSource clock;

    public RemoveAuthenticator(
            TotpVerifier totpVerifier,
            RecoveryCodeService recoveryCodes,
            SecurityNotices securityNotices,
            EventStore store,
            InstantSource clock) {
        this.totpVerifier = totpVerifier;
        this.recoveryCodes = recoveryCodes;
        this.securityNotices = securityNotices;
        this.store = store;
        this.clock = clock;
    }

    /** @param proof a code of the app or a recovery code; null if the session has passed a recent challenge */
    public record Command(AccountView account, @Nullable Secret proof) {}

    /** @throws RefusedException with {@link AuthenticatorNotFound}, or {@link InvalidToken} if the proof is wrong */
    public void handle(Command command, RequestContext context) {
        var account = command.account().id();
        var now = clock.instant();
        store.transact(context.audited(AuditAction.USER_UPDATE), streams -> {
            streams.execute(account, new RequireActive(account));
            var authenticator = streams.list(account, EnrolledFactors.INVENTORY).requireAuthenticator();
            requireProof(streams, account, authenticator, command.proof(), now);
            streams.execute(
                    authenticator.id(), new AuthenticatorCommand.DeleteAuthenticator(account, authenticator.id(), now));
            if (authenticator.verified()) {
                securityNotices.enqueue(streams, context, command.account().facts(), now);
            }
            return now;
        });
    }

    private void requireProof(
            Streams streams,
            AccountId account,
            EnrolledAuthenticator authenticator,
            @Nullable Secret proof,
            Instant now) {
        if (proof == null) {
            return;
        }
        if (RecoveryCodeService.isRecoveryCode(proof)) {
            recoveryCodes.spend(streams, account, proof, now);
        } else {
            TotpVerifier.spend(streams, account, totpVerifier.match(authenticator, proof, now), now);
        }
    }
}
