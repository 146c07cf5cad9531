package io.gatehouse.application.contact;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.TokenIssuer;
import io.gatehouse.domain.Refusal.PhoneAlreadyVerified;
import io.gatehouse.domain.Refusal.PhoneNotFound;
import io.gatehouse.domain.Refusal.SmsIsOff;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.RequestPhoneVerification;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.message.MessageType;
import java.util.Objects;

/** Sends a code by SMS that verifies the user's phone number. */
public final class SendPhoneVerification {

    private final MessagingAvailability messaging;
    private final TokenIssuer tokenIssuer;
    private final MessageComposer composer;
    private final EventStore store;

    public SendPhoneVerification(
            MessagingAvailability messaging, TokenIssuer tokenIssuer, MessageComposer composer, EventStore store) {
        this.messaging = messaging;
        this.tokenIssuer = tokenIssuer;
        this.composer = composer;
        this.store = store;
    }

    public record Command(AccountId account) {}

    /**
     * Sends nothing to test phone numbers: their code is fixed.
     *
     * @throws RefusedException with {@link SmsIsOff}, {@link PhoneNotFound} or {@link PhoneAlreadyVerified}
     */
    public IssuedToken handle(Command command, RequestContext context) {
        messaging.requireSms();
        var account = command.account();
        return store.transact(context.audited(AuditAction.VERIFICATION_CREATE), streams -> {
            var contacts = streams.execute(account, new RequestPhoneVerification(account))
                    .contacts();
            var to = Objects.requireNonNull(contacts.phone());
            var token = tokenIssuer.phoneCode(context.project(), account, to);
            streams.append(token.issued());
            if (!context.project().policies().mockNumbers().containsKey(to)) {
                streams.append(
                        composer.smsCode(context, MessageType.PHONE_VERIFICATION, token.subject(), token.secret(), to));
            }
            return token;
        });
    }
}
