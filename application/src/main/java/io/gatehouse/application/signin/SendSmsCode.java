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
import io.gatehouse.application.token.TokenIssuer;
import io.gatehouse.domain.Refusal.SmsIsOff;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.Refusal.UserCountExceeded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.message.MessageType;
import java.util.Locale;

/** Sends a code that signs in, by SMS. Makes a user of whoever is not one yet. */
public final class SendSmsCode {

    private final MessagingAvailability messaging;
    private final TokenOwnerResolver tokenOwnerResolver;
    private final TokenIssuer tokenIssuer;
    private final MessageComposer composer;
    private final EventStore store;

    public SendSmsCode(
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

    /** @param wanted the ID of the user if there is none yet */
    public record Command(Project project, AccountId wanted, PhoneNumber phone, Locale locale) {}

    /**
     * Nothing is sent to the phones of testers.
     *
     * @throws RefusedException with {@link SmsIsOff}; for somebody new with {@link UserCountExceeded}, or
     *     {@link UserAlreadyExists} if the ID is taken
     */
    public IssuedToken handle(Command command, RequestMetadata metadata) {
        messaging.requireSms();
        return tokenOwnerResolver.withOwner(
                command.project(), command.wanted(), command.phone(), to -> write(command, to, metadata));
    }

    private IssuedToken write(Command command, TokenOwner to, RequestMetadata metadata) {
        var token = tokenIssuer.phoneCode(command.project(), to.id(), command.phone());
        if (command.project().policies().strict() && to.isBlocked()) {
            return token;
        }
        var envelope = new Envelope(command.project(), command.locale());
        var message = composer.code(envelope, token, MessageType.PHONE_LOGIN, command.phone());
        return store.transact(metadata.audited(AuditAction.SESSION_CREATE), streams -> {
            to.ensure(streams);
            streams.append(token.issued());
            if (!command.project().policies().mockNumbers().containsKey(command.phone())) {
                streams.append(message);
            }
            return token;
        });
    }
}
