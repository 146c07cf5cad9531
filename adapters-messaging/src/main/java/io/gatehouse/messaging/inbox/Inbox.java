package io.gatehouse.messaging.inbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest messages, in memory only: older ones are dropped, and a restart loses all. */
public final class Inbox {

    /** Enough for a day of development, at about ten kilobytes each. */
    static final int CAPACITY = 200;

    private final Deque<InboxMessage> messages = new ArrayDeque<>();

    /** Replaces an earlier copy of the message, because messages are delivered at least once. */
    synchronized void add(InboxMessage inboxMessage) {
        messages.removeIf(other -> other.id().equals(inboxMessage.id()));
        messages.addFirst(inboxMessage);
        if (messages.size() > CAPACITY) {
            messages.removeLast();
        }
    }

    /** @return newest first */
    synchronized List<InboxMessage> messages() {
        return List.copyOf(messages);
    }

    synchronized void clear() {
        messages.clear();
    }
}
