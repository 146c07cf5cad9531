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

/** Carries messages nowhere, in the moods of a mail server. */
final class Postman implements MessageSender {

    private static final int PATIENCE_SECONDS = 60;

    private interface Mood {
        void take(Message message) throws UndeliverableException, InterruptedException;
    }

    private final List<String> carried = new CopyOnWriteArrayList<>();
    private final Semaphore arrivals = new Semaphore(0);
    private final Semaphore departures = new Semaphore(0);
    private final CountDownLatch backAtWork = new CountDownLatch(1);
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile Mood mood = _ -> {};

    void work() {
        mood = _ -> {};
        backAtWork.countDown();
    }

    void strike() {
        mood = _ -> {
            throw UndeliverableException.transientFailure("the postman is on strike", null);
        };
    }

    void knowNobody() {
        mood = _ -> {
            throw UndeliverableException.permanentFailure("there is no such mailbox", null);
        };
    }

    void stumbleOver(String id) {
        mood = message -> {
            if (message.id().equals(id)) {
                throw new IllegalStateException("a bug");
            }
        };
    }

    /** Everything stays under way until back at work. */
    void takeTheTime() {
        mood = _ -> backAtWork.await();
    }

    List<String> carried() {
        return carried;
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    void awaitCarried(int messages) throws InterruptedException {
        if (!arrivals.tryAcquire(messages, PATIENCE_SECONDS, SECONDS)) {
            throw new AssertionError("only " + carried.size() + " were carried");
        }
    }

    void awaitDepartures(int messages) throws InterruptedException {
        if (!departures.tryAcquire(messages, PATIENCE_SECONDS, SECONDS)) {
            throw new AssertionError("only " + mostAtOnce + " were under way");
        }
    }

    @Override
    public void send(Message message, Map<String, String> variables) throws UndeliverableException {
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        departures.release();
        try {
            mood.take(message);
            carried.add(message.id());
            arrivals.release();
        } catch (InterruptedException stopped) {
            throw UndeliverableException.transientFailure("interrupted", stopped);
        } finally {
            underWay.decrementAndGet();
        }
    }
}
