package io.gatehouse.messaging;

import io.gatehouse.application.EventListener.RecordedEvent;
import io.gatehouse.application.message.Message;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import java.time.Instant;
import java.util.UUID;

/** Events that request a message to Alice, and the messages they request. */
public final class SampleMessageRequests {

    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    public static final AccountId ALICE = new AccountId(new ProjectId("demo"), "alice");

    private SampleMessageRequests() {}

    /** The recorded event that requests a mail with a link. */
    public static RecordedEvent by(AccountId account) {
        return recorded(UUID.randomUUID().toString(), recovery(account));
    }

    public static RecordedEvent recorded(String id, MessageRequested request) {
        return new RecordedEvent(
                id, "message.requested.v1", request.account(), request.at(), "request-1", request, "{}");
    }

    /** A mail with a link; expires an hour after noon. */
    public static MessageRequested recovery(AccountId account) {
        return new MessageRequested(
                account,
                "Demo",
                MessageType.RECOVERY,
                "en",
                new Recipient("alice@example.com"),
                new DisplayName("Ålice"),
                "token-1",
                new Ciphertext("sealed.by.a.key"),
                NOON.plusSeconds(3_600),
                NOON);
    }

    /** A security alert; never expires. */
    public static MessageRequested alert(AccountId account) {
        return new MessageRequested(
                account,
                "Demo",
                MessageType.SESSION_ALERT,
                "pt-br",
                new Recipient("alice@example.com"),
                null,
                "session-1",
                new Ciphertext("sealed.by.a.key"),
                null,
                NOON);
    }

    public static MessageRequested phoneLogin(AccountId account) {
        return new MessageRequested(
                account,
                "Demo",
                MessageType.PHONE_LOGIN,
                "de",
                new Recipient("+4915112345678"),
                null,
                "token-2",
                new Ciphertext("sealed.by.a.key"),
                NOON.plusSeconds(900),
                NOON);
    }

    /** The same request for another type of message. */
    public static MessageRequested like(MessageRequested request, MessageType messageType) {
        return new MessageRequested(
                request.account(),
                request.projectName(),
                messageType,
                request.locale(),
                request.recipient(),
                request.name(),
                request.subject(),
                request.variables(),
                request.expiresAt(),
                request.at());
    }

    /** The same message with other variables. */
    public static MessageRequested carrying(MessageRequested request, Ciphertext variables) {
        return new MessageRequested(
                request.account(),
                request.projectName(),
                request.template(),
                request.locale(),
                request.recipient(),
                request.name(),
                request.subject(),
                variables,
                request.expiresAt(),
                request.at());
    }

    public static Message message(String id, MessageRequested request) {
        return new Message(id, "request-1", request);
    }

    public static Message message() {
        return message(UUID.randomUUID().toString(), recovery(ALICE));
    }
}
