package io.gatehouse.application.password;

import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AcceptedPassword;
import io.gatehouse.application.account.AccountLookup;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.session.SessionTermination;
import io.gatehouse.application.token.RedeemedToken;
import io.gatehouse.application.token.TokenRedemption;
import io.gatehouse.application.token.TokenRedemption.PresentedToken;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.PasswordRecentlyUsed;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountCommand.SetRecoveredPassword;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionCommand.EndSession;
import io.gatehouse.domain.token.TokenKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Sets a new password for whoever read what was sent to their address, which is thereby verified. */
public final class ResetPassword {

    private final AccountLookup users;
    private final PasswordVerification passwords;
    private final SecurityNotices securityNotices;
    private final TokenRedemption tokenRedemption;
    private final InstantSource clock;

    public ResetPassword(
            AccountLookup users,
            PasswordVerification passwords,
            SecurityNotices securityNotices,
            TokenRedemption tokenRedemption,
            InstantSource clock) {
        this.users = users;
        this.passwords = passwords;
        this.securityNotices = securityNotices;
        this.tokenRedemption = tokenRedemption;
        this.clock = clock;
    }

    public record Command(AccountId account, Secret secret, AcceptedPassword password) {}

    /**
     * Hashes nothing before the token has been found good; a password that may not be chosen again does not spend it.
     *
     * @throws RefusedException with {@link UserNotFound}, {@link InvalidToken} or {@link PasswordRecentlyUsed}
     */
    public RedeemedToken handle(Command command, RequestContext context) {
        var account = users.require(context.project(), command.account());
        var presentedToken = new PresentedToken(account.id(), Set.of(TokenKind.RECOVERY), command.secret());
        tokenRedemption.requireRedeemable(presentedToken, context);

        var known = passwords.credentials(account.id());
        var judged = passwords.vet(context.project(), known, account.facts(), command.password());
        var now = clock.instant();
        return tokenRedemption.redeem(presentedToken, AuditAction.RECOVERY_UPDATE, context, (streams, token) -> {
            streams.execute(account.id(), new SetRecoveredPassword(account.id(), judged, now));
            endSessions(streams, account.id(), context, now);
            securityNotices.enqueue(streams, context, account.facts(), now);
            return RedeemedToken.of(token, account.id());
        });
    }

    private static void endSessions(Streams streams, AccountId by, RequestContext context, Instant now) {
        if (context.project().policies().newPasswordEndsSessions()) {
            var open = streams.list(by, OpenSession.INVENTORY).stream()
                    .map(OpenSession::id)
                    .toList();
            SessionTermination.end(streams, by, open, session -> new EndSession(session, by, now), now);
        }
    }
}
