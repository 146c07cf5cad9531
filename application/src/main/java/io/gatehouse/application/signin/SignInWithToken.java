package io.gatehouse.application.signin;

import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.application.session.SessionOpener;
import io.gatehouse.application.token.TokenRedemption;
import io.gatehouse.application.token.TokenRedemption.PresentedToken;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountCommand.ContactChannel;
import io.gatehouse.domain.account.AccountCommand.SignInByToken;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.ProviderUid;
import io.gatehouse.domain.token.TokenKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens a session with the secret of a sign-in link, or with a code sent by e-mail or SMS. */
public final class SignInWithToken {

    private static final Set<TokenKind> SIGN_IN_KINDS = EnumSet.allOf(TokenKind.class).stream()
            .filter(TokenKind::opensSession)
            .collect(Collectors.toUnmodifiableSet());

    /** The token comes from no external provider. */
    private static final ProviderUid NO_PROVIDER_UID = new ProviderUid("");

    private final TokenRedemption tokenRedemption;
    private final SessionOpener sessionOpener;

    public SignInWithToken(TokenRedemption tokenRedemption, SessionOpener sessionOpener) {
        this.tokenRedemption = tokenRedemption;
        this.sessionOpener = sessionOpener;
    }

    public record Command(AccountId account, Secret secret) {}

    /** @throws RefusedException with {@link InvalidToken}, also if there is no such user, or {@link UserIsBlocked} */
    public OpenedSession handle(Command command, RequestContext context) {
        var presentedToken = new PresentedToken(command.account(), SIGN_IN_KINDS, command.secret());
        var sessionDraft = sessionOpener.draft(context, command.account());
        return tokenRedemption.redeem(presentedToken, AuditAction.SESSION_CREATE, context, (streams, token) -> {
            streams.execute(
                    command.account(),
                    new SignInByToken(command.account(), channel(token.terms().kind()), sessionDraft.at()));
            return sessionOpener.open(
                    streams, sessionDraft, method(token.terms().kind()), NO_PROVIDER_UID);
        });
    }

    private static SignInMethod method(TokenKind kind) {
        return switch (kind) {
            case MAGIC_URL -> SignInMethod.MAGIC_URL;
            case EMAIL_CODE -> SignInMethod.EMAIL_OTP;
            case PHONE_CODE -> SignInMethod.PHONE;
            case RECOVERY, EMAIL_VERIFICATION -> throw new IllegalArgumentException(kind + " does not sign in");
        };
    }

    private static ContactChannel channel(TokenKind kind) {
        return kind.isSentByEmail() ? ContactChannel.EMAIL : ContactChannel.PHONE;
    }
}
