package io.gatehouse.application.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records messages instead of sending them, or fails if a test sets it to. */
public final class RecordingMessageSender implements MessageSender {

    private final List<SentMessage> sent = new ArrayList<>();
    private @Nullable Supplier<UndeliverableException> failure;
    private int attempts;

    public record SentMessage(Message message, Map<String, String> variables) {}

    /** From now on every message fails. */
    public void failWith(Supplier<UndeliverableException> exception) {
        failure = exception;
    }

    public void succeed() {
        failure = null;
    }

    /** @return oldest first */
    public List<SentMessage> sent() {
        return List.copyOf(sent);
    }

    /** @return the number of attempts to send, failed ones included */
    public int attempts() {
        return attempts;
    }

    @Override
    public void send(Message message, Map<String, String> variables) throws UndeliverableException {
        attempts++;
        if (failure != null) {
            throw failure.get();
        }
        sent.add(new SentMessage(message, variables));
    }
}
