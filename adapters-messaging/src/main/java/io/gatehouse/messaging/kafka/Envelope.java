package io.gatehouse.messaging.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.message.Message;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The JSON format of messages in Kafka. A worker needs nothing else, and no database, to send a message. */
final class Envelope {

    private static final String TYPE = "message.requested";
    private static final int VERSION = 1;

    private static final JsonMapper JSON = new JsonMapper();

    private Envelope() {}

    static String write(Message message) {
        var request = message.request();
        var envelope = JSON.createObjectNode()
                .put("eventId", message.id())
                .put("type", TYPE)
                .put("version", VERSION)
                .put("occurredAt", request.at().toString())
                .put("traceId", message.requestId())
                .put("projectId", request.account().project().value())
                .put("projectName", request.projectName())
                .put("channel", request.template().channel().value())
                .put("template", request.template().apiName())
                .put("locale", request.locale());
        envelope.set("recipient", recipient(request));
        envelope.put("userId", request.account().value()).put("subjectId", request.subject());
        if (request.expiresAt() != null) {
            envelope.put("expiresAt", request.expiresAt().toString());
        }
        return envelope.put("variables", request.variables().value()).toString();
    }

    /** @throws UnreadableEnvelopeException if it is malformed, or of an unknown type, version or template */
    static Message read(String json) throws UnreadableEnvelopeException {
        try {
            return message(JSON.readTree(json));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException _) {
            // Without a cause, because the message of any of these may quote the envelope.
            throw new UnreadableEnvelopeException("malformed");
        }
    }

    private static Message message(JsonNode envelope) throws UnreadableEnvelopeException {
        if (!text(envelope, "type").equals(TYPE)) {
            throw new UnreadableEnvelopeException("unknown type");
        }
        if (envelope.required("version").intValue() != VERSION) {
            throw new UnreadableEnvelopeException("unknown version");
        }
        var id = UUID.fromString(text(envelope, "eventId"));
        return new Message(id.toString(), text(envelope, "traceId"), request(envelope));
    }

    private static MessageRequested request(JsonNode envelope) throws UnreadableEnvelopeException {
        var messageType = template(text(envelope, "template"));
        var recipient = envelope.required("recipient");
        return new MessageRequested(
                new AccountId(new ProjectId(text(envelope, "projectId")), text(envelope, "userId")),
                text(envelope, "projectName"),
                messageType,
                text(envelope, "locale"),
                new Recipient(text(recipient, addressField(messageType))),
                optional(recipient, "name").map(DisplayName::new).orElse(null),
                text(envelope, "subjectId"),
                new Ciphertext(text(envelope, "variables")),
                optional(envelope, "expiresAt").map(Instant::parse).orElse(null),
                Instant.parse(text(envelope, "occurredAt")));
    }

    private static ObjectNode recipient(MessageRequested request) {
        var recipient = JSON.createObjectNode()
                .put(addressField(request.template()), request.recipient().value());
        return request.name() == null
                ? recipient
                : recipient.put("name", request.name().value());
    }

    private static String addressField(MessageType messageType) {
        return switch (messageType.channel()) {
            case EMAIL -> "address";
            case SMS -> "number";
        };
    }

    private static MessageType template(String name) throws UnreadableEnvelopeException {
        return Stream.of(MessageType.values())
                .filter(messageType -> messageType.apiName().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableEnvelopeException("unknown template"));
    }

    /** @throws IllegalArgumentException if the field is missing or not a text */
    private static String text(JsonNode node, String field) {
        return optional(node, field).orElseThrow(IllegalArgumentException::new);
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue()).map(Envelope::storable);
    }

    /** PostgreSQL cannot store a null character, so enqueuing the message would fail again and again. */
    private static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a null character");
        }
        return text;
    }
}
