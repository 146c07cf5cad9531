package io.gatehouse.application.contact;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessageComposer.Envelope;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.application.token.TokenIssuer;
import io.gatehouse.domain.Refusal.EmailAlreadyVerified;
import io.gatehouse.domain.Refusal.EmailNotFound;
import io.gatehouse.domain.Refusal.MailIsOff;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.RequestEmailVerification;
import io.gatehouse.domain.message.MessageType;
import java.util.Locale;
import java.util.Objects;

/** Mails a link that proves an address to be its reader's. */
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

    /** @param url where the link leads */
    public record Command(Project project, AccountView account, RedirectUrl url, Locale locale) {}

    /**
     * @throws RefusedException with {@link MailIsOff}, {@link EmailNotFound} or {@link EmailAlreadyVerified}
     */
    public IssuedToken handle(Command command, RequestMetadata metadata) {
        messaging.requireEmail();
        var account = command.account().id();
        var token = tokenIssuer.emailVerification(command.project(), account);
        var link = command.url().with(token);
        var envelope = new Envelope(command.project(), command.locale());
        return store.transact(metadata.audited(AuditAction.VERIFICATION_CREATE), streams -> {
            var contacts = streams.execute(account, new RequestEmailVerification(account))
                    .contacts();
            var to = Objects.requireNonNull(contacts.email());
            streams.append(token.issued());
            streams.append(composer.link(
                    envelope,
                    token,
                    MessageType.VERIFICATION,
                    to,
                    command.account().name(),
                    link));
            return token;
        });
    }
}
