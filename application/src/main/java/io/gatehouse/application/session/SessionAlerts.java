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

/** Notifies users by e-mail of new sessions and new devices, if their project has this policy. */
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
     * Enqueues at most one e-mail; the notice of a new device takes precedence over the session alert.
     *
     * @param sessionAlert whether the session calls for an alert: other sessions of this user are open, and the sign-in
     *     method triggers alerts
     */
    void enqueue(Streams streams, RequestContext context, SessionCreated session, boolean sessionAlert) {
        if (messaging.email()) {
            messageType(context.project(), session, sessionAlert)
                    .ifPresent(messageType -> append(streams, context, messageType, session));
        }
    }

    private Optional<MessageType> messageType(Project project, SessionCreated session, boolean sessionAlert) {
        if (project.policies().securityNotices() && devices.isNewTo(session.account(), session.client())) {
            return Optional.of(MessageType.NEW_DEVICE);
        }
        return Optional.of(MessageType.SESSION_ALERT)
                .filter(_ -> sessionAlert && project.policies().sessions().alerts());
    }

    private void append(Streams streams, RequestContext context, MessageType messageType, SessionCreated session) {
        directory.find(session.account()).ifPresent(account -> {
            if (account.email() != null) {
                streams.append(composer.sessionAlert(context, messageType, account.facts(), account.email(), session));
            }
        });
    }
}
