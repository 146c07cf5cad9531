package io.gatehouse.bootstrap.wiring;

import io.gatehouse.application.message.Message;
import io.gatehouse.application.message.MessageSender;
import io.gatehouse.application.message.UndeliverableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Sends each message through all senders in turn. If one fails, sending fails, and later ones are not called. */
record SequentialSender(List<MessageSender> senders) implements MessageSender {

    /** @return empty if there is no sender */
    static Optional<MessageSender> of(Optional<MessageSender> first, Optional<MessageSender> second) {
        var senders = Stream.concat(first.stream(), second.stream()).toList();
        return senders.isEmpty() ? Optional.empty() : Optional.of(new SequentialSender(senders));
    }

    @Override
    public void send(Message message, Map<String, String> variables) throws UndeliverableException {
        for (var messageSender : senders) {
            messageSender.send(message, variables);
        }
    }
}
