package io.gatehouse.application.message;

import io.gatehouse.application.Streams;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.account.UserFacts;
import java.time.Instant;

/** Notifies users by e-mail of changes to the security of their account, if their project has this policy. */
public final class SecurityNotices {

    private final MessagingAvailability messaging;
    private final MessageComposer composer;

    public SecurityNotices(MessagingAvailability messaging, MessageComposer composer) {
        this.messaging = messaging;
        this.composer = composer;
    }

    /**
     * Enqueues one notice, for the last event of this unit of work that {@link NoticePolicy} maps to one; none for
     * users without an e-mail address.
     *
     * @param user as it was before the change: the notice of a new address goes to the old one
     */
    public void enqueue(Streams streams, RequestContext context, UserFacts user, Instant at) {
        var email = user.email();
        if (!context.project().policies().securityNotices() || !messaging.email() || email == null) {
            return;
        }
        streams.decided().reversed().stream()
                .flatMap(event -> NoticePolicy.noticeOf(event).stream())
                .findFirst()
                .ifPresent(type -> streams.append(composer.notice(context, type, user, email, at)));
    }
}
