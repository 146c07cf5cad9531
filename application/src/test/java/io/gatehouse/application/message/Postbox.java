package io.gatehouse.application.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes every message, until it is told to take none. */
public final class Postbox implements MessageSender {

    private final List<Letter> letters = new ArrayList<>();
    private @Nullable Supplier<UndeliverableException> trouble;
    private int attempts;

    public record Letter(Message message, Map<String, String> variables) {}

    /** From now on nothing is taken. */
    public void refuse(Supplier<UndeliverableException> why) {
        trouble = why;
    }

    public void takeAgain() {
        trouble = null;
    }

    public List<Letter> letters() {
        return List.copyOf(letters);
    }

    public int attempts() {
        return attempts;
    }

    @Override
    public void send(Message message, Map<String, String> variables) throws UndeliverableException {
        attempts++;
        if (trouble != null) {
            throw trouble.get();
        }
        letters.add(new Letter(message, variables));
    }
}
