package io.gatehouse.messaging.inbox;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of the inbox a script asks for.
 *
 * @param recipient null for all
 * @param template the name of a message type in the API; null for all
 * @param longest how long to wait until there is such a message, at most a minute; zero to answer at once
 */
record InboxQuery(@Nullable String recipient, @Nullable String template, Duration longest) {

    /** Seconds: less than clients and proxies usually wait for a response. */
    private static final int LONGEST_WAIT = 60;

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,2}");

    /** @return empty if {@code wait} is not a whole number of seconds from 0 to 60 */
    static Optional<InboxQuery> of(MultiMap parameters) {
        return Optional.of(Objects.requireNonNullElse(parameters.get("wait"), "0"))
                .filter(seconds -> SECONDS.matcher(seconds).matches())
                .map(Integer::parseInt)
                .filter(seconds -> seconds <= LONGEST_WAIT)
                .map(seconds ->
                        new InboxQuery(parameters.get("to"), parameters.get("template"), Duration.ofSeconds(seconds)));
    }

    boolean includes(InboxMessage message) {
        return (recipient == null || message.to().equalsIgnoreCase(recipient))
                && (template == null || message.messageType().equals(template));
    }
}
