package io.gatehouse.bootstrap;

import io.gatehouse.application.message.Carrier;
import io.gatehouse.application.message.Message;
import io.gatehouse.application.message.UndeliverableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Has several carry the same message, one after the other. The first that fails, fails all. */
record InTurn(List<Carrier> carriers) implements Carrier {

    /** @return empty if there is nobody to carry anything */
    static Optional<Carrier> of(Optional<Carrier> first, Optional<Carrier> second) {
        var able = Stream.concat(first.stream(), second.stream()).toList();
        return able.isEmpty() ? Optional.empty() : Optional.of(new InTurn(able));
    }

    @Override
    public void carry(Message message, Map<String, String> variables) throws UndeliverableException {
        for (var carrier : carriers) {
            carrier.carry(message, variables);
        }
    }
}
