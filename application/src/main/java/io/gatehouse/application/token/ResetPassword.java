package io.gatehouse.application.token;

import io.gatehouse.application.AuditAction;
import io.gatehouse.application.RequestContext;
import io.gatehouse.application.Streams;
import io.gatehouse.application.account.PasswordChanges;
import io.gatehouse.application.message.Notices;
import io.gatehouse.application.session.Departures;
import io.gatehouse.application.session.HeldSession;
import io.gatehouse.application.token.Redemption.Presented;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.PasswordRecentlyUsed;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountCommand.SetRecoveredPassword;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.session.SessionCommand.EndSession;
import io.gatehouse.domain.token.TokenKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Sets a new password for whoever read what was sent to their address, which is thereby verified. */
public final class ResetPassword {

    private final KnownUsers users;
    private final PasswordChanges passwords;
    private final Notices notices;
    private final Redemption redemption;
    private final InstantSource clock;

    public ResetPassword(
            KnownUsers users, PasswordChanges passwords, Notices notices, Redemption redemption, InstantSource clock) {
        this.users = users;
        this.passwords = passwords;
        this.notices = notices;
        this.redemption = redemption;
        this.clock = clock;
    }

    public record Command(AccountId account, Secret secret, PlainPassword password) {}

    /**
     * Hashes nothing before the token has been found good; a password that may not be chosen again does not spend it.
     *
     * @throws RefusedException with {@link UserNotFound}, {@link InvalidToken} or {@link PasswordRecentlyUsed}
     */
    public RedeemedToken handle(Command command, RequestContext context) {
        var account = users.require(context.project(), command.account());
        var presented = new Presented(account.id(), Set.of(TokenKind.RECOVERY), command.secret());
        redemption.requireGood(presented, context.metadata());

        var known = passwords.credentials(account.id());
        var judged = passwords.judge(context.project(), known, account.personalData(), command.password());
        var now = clock.instant();
        return redemption.redeem(presented, AuditAction.RECOVERY_UPDATE, context.metadata(), (streams, token) -> {
            streams.execute(account.id(), new SetRecoveredPassword(account.id(), judged, now));
            endSessions(streams, account.id(), context, now);
            notices.tell(streams, context, account, MessageType.PASSWORD_CHANGED, now);
            return token.redeemedBy(account.id());
        });
    }

    private static void endSessions(Streams streams, AccountId by, RequestContext context, Instant now) {
        if (context.project().policies().newPasswordEndsSessions()) {
            var open = streams.sessionsOf(by).stream().map(HeldSession::id).toList();
            Departures.end(streams, by, open, session -> new EndSession(session, by, now), now);
        }
    }
}
