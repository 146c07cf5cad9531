package io.gatehouse.application.session;

import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import java.util.Optional;

/** Tells users of sign-ins that might not have been theirs, where their project wants them told. */
public final class SessionAlerts {

    private final AccountDirectory directory;
    private final KnownDevices devices;
    private final MessagingAvailability messaging;
    private final MessageComposer composer;

    public SessionAlerts(
            AccountDirectory directory,
            KnownDevices devices,
            MessagingAvailability messaging,
            MessageComposer composer) {
        this.directory = directory;
        this.devices = devices;
        this.messaging = messaging;
        this.composer = composer;
    }

    /**
     * One mail at most: that a device is new says more than that a session is.
     *
     * @param besideOthers whether others hold sessions of this user, who had better know
     */
    void enqueue(Streams streams, RequestContext context, SessionCreated session, boolean besideOthers) {
        if (messaging.email()) {
            messageType(context.project(), session, besideOthers)
                    .ifPresent(messageType -> append(streams, context, messageType, session));
        }
    }

    private Optional<MessageType> messageType(Project project, SessionCreated session, boolean besideOthers) {
        if (project.policies().securityNotices() && devices.isNewTo(session.account(), session.client())) {
            return Optional.of(MessageType.NEW_DEVICE);
        }
        return Optional.of(MessageType.SESSION_ALERT)
                .filter(_ -> besideOthers && project.policies().sessions().alerts());
    }

    private void append(Streams streams, RequestContext context, MessageType messageType, SessionCreated session) {
        directory.find(session.account()).ifPresent(account -> {
            if (account.email() != null) {
                streams.append(composer.sessionAlert(context, messageType, account.facts(), account.email(), session));
            }
        });
    }
}
