package io.gatehouse.application.message;

import java.util.Map;

/** Sends the messages of one channel. */
public interface MessageSender {

    /**
     * Blocks until the next hop (mail server, SMS provider) has accepted the message.
     *
     * @param variables the decrypted variables of the message
     * @throws UndeliverableException if it was not accepted
     */
    void send(Message message, Map<String, String> variables) throws UndeliverableException;
}
