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

/** Sets a new password with the secret of a recovery link, which also verifies the e-mail address. */
public final class ResetPassword {

    private final AccountLookup accounts;
    private final PasswordVerification passwords;
    private final SecurityNotices securityNotices;
    private final TokenRedemption tokenRedemption;
    private final InstantSource clock;

    public ResetPassword(
            AccountLookup accounts,
            PasswordVerification passwords,
            SecurityNotices securityNotices,
            TokenRedemption tokenRedemption,
            InstantSource clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.securityNotices = securityNotices;
        this.tokenRedemption = tokenRedemption;
        this.clock = clock;
    }

    public record Command(AccountId account, Secret secret, AcceptedPassword password) {}

    /**
     * Hashes nothing before the token has been found valid; a refused password does not redeem the token.
     *
     * @throws RefusedException with {@link UserNotFound}, {@link InvalidToken} or {@link PasswordRecentlyUsed}
     */
    public RedeemedToken handle(Command command, RequestContext context) {
        var account = accounts.require(context.project(), command.account());
        var presentedToken = new PresentedToken(account.id(), Set.of(TokenKind.RECOVERY), command.secret());
        tokenRedemption.requireRedeemable(presentedToken, context);

        var credentials = passwords.credentials(account.id());
        var vetted = passwords.vet(context.project(), credentials, account.facts(), command.password());
        var now = clock.instant();
        return tokenRedemption.redeem(presentedToken, AuditAction.RECOVERY_UPDATE, context, (streams, token) -> {
            streams.execute(account.id(), new SetRecoveredPassword(account.id(), vetted, now));
            endSessions(streams, account.id(), context, now);
            securityNotices.enqueue(streams, context, account.facts(), now);
            return RedeemedToken.of(token, account.id());
        });
    }

    private static void endSessions(Streams streams, AccountId account, RequestContext context, Instant now) {
        if (context.project().policies().newPasswordEndsSessions()) {
            var open = streams.list(account, OpenSession.INVENTORY).stream()
                    .map(OpenSession::id)
                    .toList();
            SessionTermination.end(streams, account, open, session -> new EndSession(session, account, now), now);
        }
    }
}
