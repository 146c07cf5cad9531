package io.gatehouse.application.mfa.authenticator;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.AuthenticatorAlreadyVerified;
import io.gatehouse.domain.Refusal.AuthenticatorNotFound;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountCommand.RequireActive;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.ActivateAuthenticator;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.RequireUnverified;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.SessionCommand.AddFactors;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies an authenticator app by one of its codes: from then on it is a second factor. */
public final class VerifyAuthenticator {

    private final TotpVerifier totpVerifier;
    private final SecurityNotices securityNotices;
    private final AccountDirectory directory;
    private final EventStore store;
    private final InstantSource clock;

    public VerifyAuthenticator(
            TotpVerifier totpVerifier,
            SecurityNotices securityNotices,
            AccountDirectory directory,
            EventStore store,
            InstantSource clock) {
        this.totpVerifier = totpVerifier;
        this.securityNotices = securityNotices;
        this.directory = directory;
        this.store = store;
        this.clock = clock;
    }

    /** @param session the session to which the factor is added; null if the caller has none */
    public record Command(AccountView account, @Nullable SessionId session, Secret code) {}

    /**
     * The code can still answer a challenge, because clients create one at once; in strict projects it is spent.
     *
     * @throws RefusedException with {@link AuthenticatorNotFound}, {@link AuthenticatorAlreadyVerified} or
     *     {@link InvalidToken}
     */
    public AccountView handle(Command command, RequestContext context) {
        var account = command.account().id();
        var now = clock.instant();
        store.transact(context.audited(AuditAction.USER_UPDATE), streams -> {
            streams.execute(account, new RequireActive(account));
            var authenticator = streams.list(account, EnrolledFactors.INVENTORY).requireAuthenticator();
            streams.execute(authenticator.id(), new RequireUnverified());
            var step = totpVerifier.match(authenticator, command.code(), now);
            streams.execute(authenticator.id(), new ActivateAuthenticator(account, authenticator.id(), now));
            if (context.project().policies().strict()) {
                TotpVerifier.spend(streams, account, step, now);
            }
            addFactor(streams, command, now);
            securityNotices.enqueue(streams, context, command.account().facts(), now);
            return step;
        });
        return directory.find(account).orElseThrow(() -> new RefusedException(new UserNotFound()));
    }

    private static void addFactor(Streams streams, Command command, Instant now) {
        if (command.session() != null) {
            var proven = List.of(AuthenticationFactor.TOTP);
            var account = command.account().id();
            streams.execute(command.session(), new AddFactors(command.session(), account, proven, now));
        }
    }
}
