package io.gatehouse.application.token;

import io.gatehouse.application.Audit;
import io.gatehouse.application.Occasion;
import io.gatehouse.application.Project;
import io.gatehouse.application.Streams;
import io.gatehouse.application.account.PasswordChanges;
import io.gatehouse.application.token.Redemption.Presented;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.PasswordRecentlyUsed;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountCommand.ResetPassword;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.session.SessionCommand.SignOutEverywhere;
import io.gatehouse.domain.token.TokenKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Sets a new password for whoever read what was sent to their address, which is thereby verified. */
public final class UpdateRecovery {

    private final KnownUsers users;
    private final PasswordChanges passwords;
    private final Redemption redemption;
    private final InstantSource clock;

    public UpdateRecovery(KnownUsers users, PasswordChanges passwords, Redemption redemption, InstantSource clock) {
        this.users = users;
        this.passwords = passwords;
        this.redemption = redemption;
        this.clock = clock;
    }

    public record Command(Project project, AccountId account, Secret secret, PlainPassword password) {}

    /**
     * Hashes nothing before the token has been found good; a password that may not be chosen again does not spend it.
     *
     * @throws RefusedException with {@link UserNotFound}, {@link InvalidToken} or {@link PasswordRecentlyUsed}
     */
    public RedeemedToken handle(Command command, Occasion occasion) {
        var account = users.require(command.project(), command.account());
        var presented = new Presented(account.id(), Set.of(TokenKind.RECOVERY), command.secret());
        redemption.requireGood(presented, occasion);

        var known = passwords.credentials(account.id());
        var judged = passwords.judge(command.project(), known, account.personalData(), command.password());
        var now = clock.instant();
        return redemption.redeem(presented, Audit.RECOVERY_UPDATE, occasion, (streams, token) -> {
            streams.ask(account.id(), new ResetPassword(account.id(), judged, now));
            endSessions(streams, command, now);
            return token.redeemedBy(account.id());
        });
    }

    private static void endSessions(Streams streams, Command command, Instant now) {
        if (command.project().policies().newPasswordEndsSessions()) {
            var by = command.account();
            streams.sessionsOf(by)
                    .forEach(session -> streams.ask(session.id(), new SignOutEverywhere(session.id(), by, now)));
        }
    }
}
