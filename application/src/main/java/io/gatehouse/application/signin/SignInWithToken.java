package io.gatehouse.application.signin;

import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.application.session.SessionOpener;
import io.gatehouse.application.session.SessionOpener.Way;
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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens a session for whoever read what was sent to them: a link, or a code by mail or SMS. */
public final class SignInWithToken {

    private static final Set<TokenKind> THAT_SIGN_IN = EnumSet.allOf(TokenKind.class).stream()
            .filter(TokenKind::opensSession)
            .collect(Collectors.toUnmodifiableSet());

    private static final ProviderUid NOBODY = new ProviderUid("");

    private final TokenRedemption tokenRedemption;
    private final SessionOpener sessionOpener;

    public SignInWithToken(TokenRedemption tokenRedemption, SessionOpener sessionOpener) {
        this.tokenRedemption = tokenRedemption;
        this.sessionOpener = sessionOpener;
    }

    public record Command(Project project, AccountId account, Secret secret, Locale locale) {}

    /** @throws RefusedException with {@link InvalidToken}, also if there is no such user, or {@link UserIsBlocked} */
    public OpenedSession handle(Command command, RequestMetadata metadata) {
        var presentedToken = new PresentedToken(command.account(), THAT_SIGN_IN, command.secret());
        var context = new RequestContext(command.project(), command.locale(), metadata);
        var sessionDraft = sessionOpener.draft(context, command.account());
        return tokenRedemption.redeem(presentedToken, AuditAction.SESSION_CREATE, metadata, (streams, token) -> {
            streams.execute(
                    command.account(), new SignInByToken(command.account(), proof(token.kind()), sessionDraft.at()));
            return sessionOpener.open(streams, sessionDraft, way(token.kind()));
        });
    }

    private static Way way(TokenKind kind) {
        return switch (kind) {
            case MAGIC_URL -> new Way("magic-url", NOBODY, List.of("email"), false);
            case EMAIL_CODE -> new Way("token", NOBODY, List.of("email"), false);
            case PHONE_CODE -> new Way("phone", NOBODY, List.of("phone"), true);
            case RECOVERY, EMAIL_VERIFICATION -> throw new IllegalArgumentException(kind + " does not sign in");
        };
    }

    private static ContactChannel proof(TokenKind kind) {
        return kind.isSentByEmail() ? ContactChannel.EMAIL : ContactChannel.PHONE;
    }
}
