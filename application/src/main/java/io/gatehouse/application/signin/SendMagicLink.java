package io.gatehouse.application.signin;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessageComposer.Envelope;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestMetadata;
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
import java.util.Locale;

/** Mails a link that signs in. Makes a user of whoever is not one yet. */
public final class SendMagicLink {

    private final MessagingAvailability messaging;
    private final TokenOwnerResolver tokenOwnerResolver;
    private final TokenIssuer tokenIssuer;
    private final MessageComposer composer;
    private final EventStore store;

    public SendMagicLink(
            MessagingAvailability messaging,
            TokenOwnerResolver tokenOwnerResolver,
            TokenIssuer tokenIssuer,
            MessageComposer composer,
            EventStore store) {
        this.messaging = messaging;
        this.tokenOwnerResolver = tokenOwnerResolver;
        this.tokenIssuer = tokenIssuer;
        this.composer = composer;
        this.store = store;
    }

    /**
     * @param wanted the ID of the user if there is none yet
     * @param url where the link leads
     * @param phrase whether two words to compare are wanted
     */
    public record Command(
            Project project, AccountId wanted, EmailAddress email, RedirectUrl url, boolean phrase, Locale locale) {}

    /**
     * @throws RefusedException with {@link MailIsOff}; for somebody new with {@link UserCountExceeded}, the rule that the
     *     address breaks, or {@link UserAlreadyExists} if the ID is taken
     */
    public IssuedToken handle(Command command, RequestMetadata metadata) {
        messaging.requireEmail();
        return tokenOwnerResolver.withOwner(
                command.project(), command.wanted(), command.email(), to -> write(command, to, metadata));
    }

    private IssuedToken write(Command command, TokenOwner to, RequestMetadata metadata) {
        var token = tokenIssuer.magicUrl(command.project(), to.id(), command.phrase());
        if (command.project().policies().strict() && to.isBlocked()) {
            return token;
        }
        var envelope = new Envelope(command.project(), command.locale());
        var link = command.url().with(token, command.project().id());
        var letter = composer.magicLink(envelope, token, command.email(), to.name(), link, metadata);
        return store.transact(metadata.audited(AuditAction.SESSION_CREATE), streams -> {
            to.ensure(streams);
            streams.append(token.issued());
            streams.append(letter);
            return token;
        });
    }
}
