package io.gatehouse.application.message;

import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.message.MessageComposer.Envelope;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.message.MessageType;
import java.time.Instant;

/** Tells users of changes that a thief would make, where their project wants them told. */
public final class SecurityNotices {

    private final MessagingAvailability messaging;
    private final MessageComposer composer;

    public SecurityNotices(MessagingAvailability messaging, MessageComposer composer) {
        this.messaging = messaging;
        this.composer = composer;
    }

    /**
     * Writes nothing to those who have no address.
     *
     * @param account as it was before the change: a notice of a new address goes to the old one
     */
    public void enqueue(Streams streams, RequestContext context, AccountView account, MessageType what, Instant at) {
        if (!context.project().policies().securityNotices() || !messaging.email() || account.email() == null) {
            return;
        }
        var envelope = new Envelope(context.project(), context.locale());
        streams.append(composer.notice(envelope, what, account, account.email(), context.metadata(), at));
    }
}
