package io.gatehouse.application.contact;

import io.gatehouse.application.account.AccountLookup;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.token.RedeemedToken;
import io.gatehouse.application.token.TokenRedemption;
import io.gatehouse.application.token.TokenRedemption.PresentedToken;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountCommand.VerifyEmail;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenKind;
import java.time.InstantSource;
import java.util.Set;

/** Verifies an e-mail address with the secret of the link that was sent to it. */
public final class ConfirmEmail {

    private final AccountLookup accounts;
    private final TokenRedemption tokenRedemption;
    private final InstantSource clock;

    public ConfirmEmail(AccountLookup accounts, TokenRedemption tokenRedemption, InstantSource clock) {
        this.accounts = accounts;
        this.tokenRedemption = tokenRedemption;
        this.clock = clock;
    }

    public record Command(AccountId account, Secret secret) {}

    /** @throws RefusedException with {@link UserNotFound} or {@link InvalidToken} */
    public RedeemedToken handle(Command command, RequestContext context) {
        accounts.require(context.project(), command.account());
        var presentedToken =
                new PresentedToken(command.account(), Set.of(TokenKind.EMAIL_VERIFICATION), command.secret());
        var verify = new VerifyEmail(command.account(), clock.instant());
        return tokenRedemption.redeem(presentedToken, AuditAction.VERIFICATION_UPDATE, context, (streams, token) -> {
            streams.execute(command.account(), verify);
            return RedeemedToken.of(token, command.account());
        });
    }
}
