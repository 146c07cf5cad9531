package io.gatehouse.application.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Messages queued until sent, obsolete or abandoned. Shared by all nodes, and persistent. */
public interface DeliveryQueue {

    /** Adds a message, due at once. No effect if a message with this ID was added before, even if it has been sent. */
    void enqueue(Message message, Instant now);

    /**
     * Reserves due messages for the caller.
     *
     * @param lease how long they are reserved; a message that is not closed or rescheduled by then can be claimed again
     * @return the longest overdue first
     */
    List<Delivery> claim(int limit, Duration lease, Instant now);

    /** Closes the message, as sent or obsolete, and deletes its content. */
    void close(String message);

    void retry(String message, Instant at, String reason);

    /** Moves the message to the dead letters and deletes its content. */
    void deadLetter(String message, String reason);

    /** Deletes messages closed before this instant; dead letters are kept. */
    void purge(Instant closedBefore);

    /**
     * @param attempts the number of earlier attempts
     * @param obsolete whether its token or challenge has been used, withdrawn or deleted
     */
    record Delivery(Message message, int attempts, boolean obsolete) {}
}
