package io.gatehouse.application;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * Is told what happened, after it happened: at least once, and in order per account.
 *
 * <p>Requests never wait for a listener. One that fails is told again, and meanwhile hears nothing newer.
 */
public interface EventListener {

    /** @return completes once the event is safely with whoever it was for */
    CompletionStage<Void> onEvent(RecordedEvent event);

    /**
     * An event as the world outside may see it.
     *
     * @param id the same however often it is told: 36 characters, a UUID
     * @param type its name and version, such as {@code user.created.v1}
     * @param requestId of the request that caused it
     * @param event the event itself, credentials and all: not for the world outside
     * @param json its content, without credentials
     */
    record RecordedEvent(
            String id, String type, AccountId account, Instant at, String requestId, Event event, String json) {}
}
