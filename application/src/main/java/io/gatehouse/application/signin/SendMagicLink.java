package io.gatehouse.application.signin;

import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.signin.TokenOwnerResolver.TokenOwner;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.application.token.TokenIssuer;
import io.gatehouse.domain.Refusal.MailIsOff;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.Refusal.UserCountExceeded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;

/** Sends a sign-in link by e-mail. Creates an account if none has the address. */
public final class SendMagicLink {

    private final MessagingAvailability messaging;
    private final TokenOwnerResolver tokenOwnerResolver;
    private final TokenIssuer tokenIssuer;
    private final MessageComposer composer;
    private final SignInTokenSender sender;

    public SendMagicLink(
            MessagingAvailability messaging,
            TokenOwnerResolver tokenOwnerResolver,
            TokenIssuer tokenIssuer,
            MessageComposer composer,
            SignInTokenSender sender) {
        this.messaging = messaging;
        this.tokenOwnerResolver = tokenOwnerResolver;
        this.tokenIssuer = tokenIssuer;
        this.composer = composer;
        this.sender = sender;
    }

    /**
     * @param newAccountId the ID of the account if it has to be created
     * @param url the page that the link opens; the token is added to its query
     * @param phrase whether a security phrase was requested
     */
    public record Command(AccountId newAccountId, EmailAddress email, RedirectUrl url, boolean phrase) {}

    /**
     * @throws RefusedException with {@link MailIsOff}; for a new account with {@link UserCountExceeded}, the rule that
     *     the address breaks, or {@link UserAlreadyExists} if the ID is taken
     */
    public IssuedToken handle(Command command, RequestContext context) {
        messaging.requireEmail();
        return tokenOwnerResolver.withOwner(
                context.project(), command.newAccountId(), command.email(), owner -> issue(command, owner, context));
    }

    private IssuedToken issue(Command command, TokenOwner owner, RequestContext context) {
        var token = tokenIssuer.magicUrl(context.project(), owner.id(), command.phrase());
        var link = command.url().with(token, context.project().id());
        var message = composer.magicLink(context, token.subject(), link, token.phrase(), command.email(), owner.name());
        return sender.send(owner, token, message, context);
    }
}
