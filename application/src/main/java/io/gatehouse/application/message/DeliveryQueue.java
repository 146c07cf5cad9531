package io.gatehouse.application.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Messages on their way: each until it is sent, pointless or given up. Shared by all nodes; survives all of them. */
public interface DeliveryQueue {

    /** Takes a message in, to be sent at once. One that was taken in before stays as it is, even if it has been sent since. */
    void enqueue(Message message, Instant now);

    /**
     * Hands out messages that are due, the longest waiting first, and nobody else gets them meanwhile.
     *
     * @param lease after which they are handed out again, should nothing more be heard of them
     */
    List<Delivery> claim(int most, Duration lease, Instant now);

    /** There is no more to be done. What the message had to say is forgotten. */
    void close(String message);

    void retry(String message, Instant at, String reason);

    /** Lays the message with the dead letters. What it had to say is forgotten. */
    void deadLetter(String message, String reason);

    /** Forgets messages closed long ago. */
    void purge(Instant closedBefore);

    /**
     * @param attempts so far, without this one
     * @param obsolete whether the token or the challenge it is about has been used, withdrawn or cleared away
     */
    record Delivery(Message message, int attempts, boolean obsolete) {}
}
