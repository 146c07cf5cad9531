package io.gatehouse.persistence.store;

import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.persistence.EventTypes;
import io.gatehouse.persistence.Projection.RecordedChange;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/** Our events as Axon carries them: the event as payload, the occasion as metadata. */
final class AxonMessages {

    private static final String REQUEST_ID = "requestId";
    private static final String IP = "ip";
    private static final String USER_AGENT = "userAgent";
    private static final String AUDIT = "audit";

    private AxonMessages() {}

    static EventMessage decided(Event event, RequestMetadata metadata) {
        return recorded(UUID.randomUUID(), event, metadata);
    }

    static EventMessage recorded(UUID id, Event event, RequestMetadata metadata) {
        var entries = new HashMap<String, String>();
        entries.put(REQUEST_ID, metadata.requestId());
        entries.put(IP, metadata.ip().value());
        entries.put(USER_AGENT, metadata.userAgent().value());
        if (metadata.audit() != null) {
            entries.put(AUDIT, metadata.audit().name());
        }
        return message(id, event, entries);
    }

    /** For folding, where nobody asks for the occasion. */
    static EventMessage sourced(UUID id, Event event) {
        return message(id, event, Map.of());
    }

    private static EventMessage message(UUID id, Event event, Map<String, String> metadata) {
        var type = new MessageType(EventTypes.nameOf(event.getClass()));
        return new GenericEventMessage(id.toString(), type, event, metadata, event.at());
    }

    static Event event(EventMessage message) {
        if (message.payload() instanceof Event event) {
            return event;
        }
        throw new IllegalArgumentException("not an event of ours: " + message.type());
    }

    static RequestMetadata metadata(EventMessage message) {
        var metadata = message.metadata();
        var audit = metadata.get(AUDIT);
        return new RequestMetadata(
                metadata.getOrDefault(REQUEST_ID, ""),
                new IpAddress(metadata.getOrDefault(IP, "")),
                new UserAgent(metadata.getOrDefault(USER_AGENT, "")),
                audit == null ? null : AuditAction.valueOf(audit));
    }

    static RecordedChange change(EventMessage message) {
        return new RecordedChange(UUID.fromString(message.identifier()), event(message), metadata(message));
    }
}
