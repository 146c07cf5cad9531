package io.gatehouse.application.signin;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.signin.TokenOwnerResolver.TokenOwner;
import io.gatehouse.application.token.IgnoredRequests;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.application.token.TokenIssuer;
import io.gatehouse.domain.Refusal.MailIsOff;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.Refusal.UserCountExceeded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;

/** Mails a link that signs in. Makes a user of whoever is not one yet. */
public final class SendMagicLink {

    private final MessagingAvailability messaging;
    private final TokenOwnerResolver tokenOwnerResolver;
    private final TokenIssuer tokenIssuer;
    private final MessageComposer composer;
    private final IgnoredRequests ignoredRequests;
    private final EventStore store;

    public SendMagicLink(
            MessagingAvailability messaging,
            TokenOwnerResolver tokenOwnerResolver,
            TokenIssuer tokenIssuer,
            MessageComposer composer,
            IgnoredRequests ignoredRequests,
            EventStore store) {
        this.messaging = messaging;
        this.tokenOwnerResolver = tokenOwnerResolver;
        this.tokenIssuer = tokenIssuer;
        this.composer = composer;
        this.ignoredRequests = ignoredRequests;
        this.store = store;
    }

    /**
     * @param wanted the ID of the user if there is none yet
     * @param url where the link leads
     * @param phrase whether two words to compare are wanted
     */
    public record Command(AccountId wanted, EmailAddress email, RedirectUrl url, boolean phrase) {}

    /**
     * @throws RefusedException with {@link MailIsOff}; for somebody new with {@link UserCountExceeded}, the rule that the
     *     address breaks, or {@link UserAlreadyExists} if the ID is taken
     */
    public IssuedToken handle(Command command, RequestContext context) {
        messaging.requireEmail();
        return tokenOwnerResolver.withOwner(
                context.project(), command.wanted(), command.email(), to -> write(command, to, context));
    }

    private IssuedToken write(Command command, TokenOwner to, RequestContext context) {
        var token = tokenIssuer.magicUrl(context.project(), to.id(), command.phrase());
        var link = command.url().with(token, context.project().id());
        var message = composer.magicLink(context, token.subject(), link, token.phrase(), command.email(), to.name());
        if (IgnoredRequests.include(context.project(), to.isBlocked())) {
            return ignoredRequests.record(token, context);
        }
        return store.transact(context.audited(AuditAction.SESSION_CREATE), streams -> {
            to.ensure(streams);
            streams.append(token.issued());
            streams.append(message);
            return token;
        });
    }
}
