package io.gatehouse.application.message;

import io.gatehouse.application.RequestContext;
import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.message.Letters.Envelope;
import io.gatehouse.domain.message.MessageType;
import java.time.Instant;

/** Tells users of changes that a thief would make, where their project wants them told. */
public final class Notices {

    private final Channels channels;
    private final Letters letters;

    public Notices(Channels channels, Letters letters) {
        this.channels = channels;
        this.letters = letters;
    }

    /**
     * Writes nothing to those who have no address.
     *
     * @param account as it was before the change: a notice of a new address goes to the old one
     */
    public void tell(Streams streams, RequestContext context, AccountView account, MessageType what, Instant at) {
        if (!context.project().policies().securityNotices() || !channels.mail() || account.email() == null) {
            return;
        }
        var envelope = new Envelope(context.project(), context.locale());
        streams.append(letters.notice(envelope, what, account, account.email(), context.metadata(), at));
    }
}
