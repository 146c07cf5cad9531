package io.gatehouse.messaging.worker;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.gatehouse.application.message.Message;
import io.gatehouse.application.message.MessageSender;
import io.gatehouse.application.message.UndeliverableException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends no message, but accepts, refuses or delays them as a test demands. */
final class ScriptedMessageSender implements MessageSender {

    private static final int TIMEOUT_SECONDS = 60;

    private interface Behaviour {
        void send(Message message) throws UndeliverableException, InterruptedException;
    }

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final Semaphore accepted = new Semaphore(0);
    private final Semaphore started = new Semaphore(0);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger inProgress = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile Behaviour behaviour = _ -> {};

    /** Accepts every message, those that are being delayed included. */
    void acceptAll() {
        behaviour = _ -> {};
        released.countDown();
    }

    void failTransiently() {
        behaviour = _ -> {
            throw UndeliverableException.transientFailure("the server is down", null);
        };
    }

    void failPermanently() {
        behaviour = _ -> {
            throw UndeliverableException.permanentFailure("there is no such mailbox", null);
        };
    }

    /** Throws an unexpected exception for one message, and accepts all others. */
    void throwFor(String id) {
        behaviour = message -> {
            if (message.id().equals(id)) {
                throw new IllegalStateException("a bug");
            }
        };
    }

    /** Every message stays in progress until {@link #acceptAll}. */
    void delayAll() {
        behaviour = _ -> released.await();
    }

    /** @return the IDs of all accepted messages, in that order */
    List<String> sent() {
        return sent;
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    void awaitSent(int messages) throws InterruptedException {
        if (!accepted.tryAcquire(messages, TIMEOUT_SECONDS, SECONDS)) {
            throw new AssertionError("only " + sent.size() + " were sent");
        }
    }

    void awaitStarted(int messages) throws InterruptedException {
        if (!started.tryAcquire(messages, TIMEOUT_SECONDS, SECONDS)) {
            throw new AssertionError("only " + mostAtOnce + " were in progress");
        }
    }

    @Override
    public void send(Message message, Map<String, String> variables) throws UndeliverableException {
        mostAtOnce.accumulateAndGet(inProgress.incrementAndGet(), Math::max);
        started.release();
        try {
            behaviour.send(message);
            sent.add(message.id());
            accepted.release();
        } catch (InterruptedException stopped) {
            throw UndeliverableException.transientFailure("interrupted", stopped);
        } finally {
            inProgress.decrementAndGet();
        }
    }
}
