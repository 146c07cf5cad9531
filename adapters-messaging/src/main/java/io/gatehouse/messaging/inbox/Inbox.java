package io.gatehouse.messaging.inbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest letters, in memory: whatever is older, or from before the last start, is gone. */
public final class Inbox {

    /** Enough for a day's work, at some ten kilobytes each. */
    static final int CAPACITY = 200;

    private final Deque<InboxMessage> letters = new ArrayDeque<>();

    /** One that arrives again, as messages may, takes the place of the first. */
    synchronized void add(InboxMessage inboxMessage) {
        letters.removeIf(other -> other.id().equals(inboxMessage.id()));
        letters.addFirst(inboxMessage);
        if (letters.size() > CAPACITY) {
            letters.removeLast();
        }
    }

    /** @return newest first */
    synchronized List<InboxMessage> letters() {
        return List.copyOf(letters);
    }

    synchronized void empty() {
        letters.clear();
    }
}
