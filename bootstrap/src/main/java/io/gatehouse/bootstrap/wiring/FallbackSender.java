package io.gatehouse.bootstrap.wiring;

import io.gatehouse.application.message.Message;
import io.gatehouse.application.message.MessageSender;
import io.gatehouse.application.message.UndeliverableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Has several carry the same message, one after the other. The first that fails, fails all. */
record FallbackSender(List<MessageSender> carriers) implements MessageSender {

    /** @return empty if there is nobody to carry anything */
    static Optional<MessageSender> of(Optional<MessageSender> first, Optional<MessageSender> second) {
        var able = Stream.concat(first.stream(), second.stream()).toList();
        return able.isEmpty() ? Optional.empty() : Optional.of(new FallbackSender(able));
    }

    @Override
    public void send(Message message, Map<String, String> variables) throws UndeliverableException {
        for (var messageSender : carriers) {
            messageSender.send(message, variables);
        }
    }
}
