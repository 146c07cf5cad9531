package io.gatehouse.application.message;

import java.util.Map;

/** Carries messages of one channel to people. */
public interface MessageSender {

    /**
     * Waits until whoever is responsible next has taken the message.
     *
     * @param variables as they were before they were sealed
     * @throws UndeliverableException if nobody took it
     */
    void send(Message message, Map<String, String> variables) throws UndeliverableException;
}
