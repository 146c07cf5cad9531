package io.gatehouse.application.mfa.authenticator;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.mfa.SecretEncryption;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.AuthenticatorAlreadyVerified;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountCommand.RequireActive;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.ReplaceAuthenticator;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorId;
import java.time.Instant;
import java.time.InstantSource;

/** Starts enrolling an authenticator app. It is no second factor until a correct code has verified it. */
public final class EnrolAuthenticator {

    private final TotpVerifier totpVerifier;
    private final SecretEncryption encryption;
    private final EventStore store;
    private final Ids ids;
    private final InstantSource clock;

    public EnrolAuthenticator(
            TotpVerifier totpVerifier, SecretEncryption encryption, EventStore store, Ids ids, InstantSource clock) {
        this.totpVerifier = totpVerifier;
        this.encryption = encryption;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    public record Command(AccountView account) {}

    /** @param uri the content of the QR code for the app, including the secret */
    public record Created(Secret secret, String uri) {
        @Override
        public String toString() {
            return "Created[hidden]";
        }
    }

    /**
     * Replaces an authenticator that was never verified.
     *
     * @throws RefusedException with {@link AuthenticatorAlreadyVerified}
     */
    public Created handle(Command command, RequestContext context) {
        var account = command.account().id();
        var secret = totpVerifier.newSecret();
        var created = new AuthenticatorCreated(
                account,
                new AuthenticatorId(account.project(), ids.next()),
                encryption.encrypt(secret),
                clock.instant());
        return store.transact(context.audited(AuditAction.USER_UPDATE), streams -> {
            streams.execute(account, new RequireActive(account));
            deleteUnverified(streams, account, created.at());
            streams.append(created);
            return new Created(secret, ProvisioningUri.of(context.project().name(), command.account(), secret));
        });
    }

    private static void deleteUnverified(Streams streams, AccountId account, Instant now) {
        var former = streams.list(account, EnrolledFactors.INVENTORY).authenticator();
        if (former != null) {
            streams.execute(former.id(), new ReplaceAuthenticator(account, former.id(), now));
        }
    }
}
