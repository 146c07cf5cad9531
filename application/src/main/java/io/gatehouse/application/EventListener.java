package io.gatehouse.application;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * Receives events after they were appended: at least once, and in order per account.
 *
 * <p>Requests never wait for a listener. A failed event is delivered again, before any newer event.
 */
public interface EventListener {

    /** @return completes once the destination has accepted the event; if exceptionally, the event is delivered again */
    CompletionStage<Void> onEvent(RecordedEvent event);

    /**
     * An event with its published form.
     *
     * @param id a UUID of 36 characters, the same at every delivery
     * @param type its name and version, such as {@code user.created.v1}
     * @param requestId the ID of the request that caused it
     * @param event the event itself, including secret material: not to be published
     * @param json its content without secret material
     */
    record RecordedEvent(
            String id, String type, AccountId account, Instant at, String requestId, Event event, String json) {}
}
