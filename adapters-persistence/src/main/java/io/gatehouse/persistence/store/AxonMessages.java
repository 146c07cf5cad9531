package io.gatehouse.persistence.store;

import io.gatehouse.application.request.Actor;
import io.gatehouse.application.request.Actor.Kind;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.persistence.EventTypes;
import io.gatehouse.persistence.Projection.RecordedChange;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;

/** Converts events to and from Axon's messages: the event as payload, the request metadata as message metadata. */
final class AxonMessages {

    private static final String REQUEST_ID = "requestId";
    private static final String IP = "ip";
    private static final String USER_AGENT = "userAgent";
    private static final String AUDIT = "audit";
    private static final String ACTOR = "actor";
    private static final String KEY_ID = "actorKeyId";
    private static final String KEY_NAME = "actorKeyName";
    private static final String USER_ID = "actorUserId";

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
        if (metadata.actor() != null) {
            put(entries, metadata.actor());
        }
        return message(id, event, entries);
    }

    private static void put(Map<String, String> entries, Actor actor) {
        entries.put(ACTOR, actor.kind().name());
        putIfPresent(entries, KEY_ID, actor.keyId());
        putIfPresent(entries, KEY_NAME, actor.keyName());
        putIfPresent(entries, USER_ID, actor.userId());
    }

    private static void putIfPresent(Map<String, String> entries, String key, @Nullable String value) {
        if (value != null) {
            entries.put(key, value);
        }
    }

    /** @return a message without metadata, which folding a stream does not need */
    static EventMessage sourced(UUID id, Event event) {
        return message(id, event, Map.of());
    }

    private static EventMessage message(UUID id, Event event, Map<String, String> metadata) {
        var type = new MessageType(EventTypes.typeOf(event.getClass()));
        return new GenericEventMessage(id.toString(), type, event, metadata, event.at());
    }

    static Event event(EventMessage message) {
        if (message.payload() instanceof Event event) {
            return event;
        }
        throw new IllegalArgumentException("not an event of the domain: " + message.type());
    }

    /** @return the user that the event concerns */
    static AccountId account(EventMessage message) {
        var event = event(message);
        return new AccountId(event.project(), event.userId());
    }

    static RequestMetadata metadata(EventMessage message) {
        var metadata = message.metadata();
        var audit = metadata.get(AUDIT);
        return new RequestMetadata(
                metadata.getOrDefault(REQUEST_ID, ""),
                new IpAddress(metadata.getOrDefault(IP, "")),
                new UserAgent(metadata.getOrDefault(USER_AGENT, "")),
                actor(metadata),
                audit == null ? null : AuditAction.valueOf(audit));
    }

    private static @Nullable Actor actor(Map<String, String> metadata) {
        var kind = metadata.get(ACTOR);
        return kind == null
                ? null
                : new Actor(Kind.valueOf(kind), metadata.get(KEY_ID), metadata.get(KEY_NAME), metadata.get(USER_ID));
    }

    static RecordedChange change(EventMessage message) {
        return new RecordedChange(UUID.fromString(message.identifier()), event(message), metadata(message));
    }
}
