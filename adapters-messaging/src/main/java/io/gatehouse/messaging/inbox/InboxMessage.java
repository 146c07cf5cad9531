package io.gatehouse.messaging.inbox;

import io.gatehouse.domain.message.MessageType.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail or an SMS as its recipient would have received it. It contains codes and links unencrypted, so it must not be
 * logged.
 *
 * @param id the message's ID
 * @param messageType the message type's name in the API, such as {@code magicSession}
 * @param from empty for an SMS, whose sender depends on the provider
 * @param subject empty for an SMS
 * @param html null for an SMS
 * @param code to enter; null if there is none
 * @param link to open; null if there is none
 * @param at when it was put into the inbox
 */
public record InboxMessage(
        String id,
        Channel channel,
        String projectId,
        String messageType,
        String userId,
        String to,
        String from,
        String subject,
        String text,
        @Nullable String html,
        @Nullable String code,
        @Nullable String link,
        Instant at) {

    @Override
    public String toString() {
        return "InboxMessage[" + id + ", hidden]";
    }
}
