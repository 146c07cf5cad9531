package io.gatehouse.messaging.inbox;

import io.gatehouse.domain.message.MessageType.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail or an SMS as it would have arrived. Shows codes and links in clear, so it is nothing for logs.
 *
 * @param id the message's
 * @param project the project's ID
 * @param template as the API spells it: {@code magicSession} …
 * @param from empty if the carrier would have decided
 * @param subject empty for an SMS
 * @param html null for an SMS
 * @param code to be typed; null if there is none
 * @param link to be clicked; null if there is none
 * @param at when it arrived here
 */
public record InboxMessage(
        String id,
        Channel channel,
        String project,
        String template,
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
        return "Letter[" + id + ", hidden]";
    }
}
