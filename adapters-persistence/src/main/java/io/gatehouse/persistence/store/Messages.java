package io.gatehouse.persistence.store;

import io.gatehouse.application.Audit;
import io.gatehouse.application.Occasion;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.persistence.EventTypes;
import io.gatehouse.persistence.Projection.Change;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/** Our events as Axon carries them: the event as payload, the occasion as metadata. */
final class Messages {

    private static final String REQUEST_ID = "requestId";
    private static final String IP = "ip";
    private static final String USER_AGENT = "userAgent";
    private static final String AUDIT = "audit";

    private Messages() {}

    static EventMessage decided(Event event, Occasion occasion) {
        return recorded(UUID.randomUUID(), event, occasion);
    }

    static EventMessage recorded(UUID id, Event event, Occasion occasion) {
        var metadata = new HashMap<String, String>();
        metadata.put(REQUEST_ID, occasion.requestId());
        metadata.put(IP, occasion.ip().value());
        metadata.put(USER_AGENT, occasion.userAgent().value());
        if (occasion.audit() != null) {
            metadata.put(AUDIT, occasion.audit().name());
        }
        return message(id, event, metadata);
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

    static Occasion occasion(EventMessage message) {
        var metadata = message.metadata();
        var audit = metadata.get(AUDIT);
        return new Occasion(
                metadata.getOrDefault(REQUEST_ID, ""),
                new IpAddress(metadata.getOrDefault(IP, "")),
                new UserAgent(metadata.getOrDefault(USER_AGENT, "")),
                audit == null ? null : Audit.valueOf(audit));
    }

    static Change change(EventMessage message) {
        return new Change(UUID.fromString(message.identifier()), event(message), occasion(message));
    }
}
