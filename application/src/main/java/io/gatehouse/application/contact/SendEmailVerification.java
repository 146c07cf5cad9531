package io.gatehouse.application.contact;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.application.token.TokenIssuer;
import io.gatehouse.domain.Refusal.EmailAlreadyVerified;
import io.gatehouse.domain.Refusal.EmailNotFound;
import io.gatehouse.domain.Refusal.MailIsOff;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.RequestEmailVerification;
import io.gatehouse.domain.message.MessageType;
import java.util.Objects;

/** Sends a link that verifies the user's e-mail address. */
public final class SendEmailVerification {

    private final MessagingAvailability messaging;
    private final TokenIssuer tokenIssuer;
    private final MessageComposer composer;
    private final EventStore store;

    public SendEmailVerification(
            MessagingAvailability messaging, TokenIssuer tokenIssuer, MessageComposer composer, EventStore store) {
        this.messaging = messaging;
        this.tokenIssuer = tokenIssuer;
        this.composer = composer;
        this.store = store;
    }

    /** @param url the page that the link opens; the token is added to its query */
    public record Command(AccountView account, RedirectUrl url) {}

    /**
     * @throws RefusedException with {@link MailIsOff}, {@link EmailNotFound} or {@link EmailAlreadyVerified}
     */
    public IssuedToken handle(Command command, RequestContext context) {
        messaging.requireEmail();
        var account = command.account().id();
        var token = tokenIssuer.emailVerification(context.project(), account);
        var link = command.url().with(token);
        return store.transact(context.audited(AuditAction.VERIFICATION_CREATE), streams -> {
            var contacts = streams.execute(account, new RequestEmailVerification(account))
                    .contacts();
            var to = Objects.requireNonNull(contacts.email());
            streams.append(token.issued());
            streams.append(composer.link(
                    context,
                    MessageType.VERIFICATION,
                    token.subject(),
                    link,
                    to,
                    command.account().name()));
            return token;
        });
    }
}
