package io.gatehouse.messaging.worker;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.gatehouse.application.message.DeliverMessages;
import io.gatehouse.application.message.DeliveryQueue.Delivery;
import io.gatehouse.messaging.Backoff;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/** Sends what is due, a few messages at a time: at once when woken, and otherwise every second or so. */
public final class DeliveryWorker implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DeliveryWorker.class.getName());

    /** Mail servers commonly allow ten to twenty connections from one address. */
    private static final int AT_ONCE = 16;

    /** How long a close waits, first for the last look, then for what is being sent. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final DeliverMessages messages;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Semaphore bell = new Semaphore(0);
    private final Backoff backoff = new Backoff(LOG, "Looking for messages to send");
    private final ExecutorService senders = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("message-", 0).factory());
    private final Thread lookout = Thread.ofVirtual().name("message-worker").unstarted(this::work);
    private volatile boolean closing;

    private DeliveryWorker(DeliverMessages messages) {
        this.messages = messages;
    }

    public static DeliveryWorker start(DeliverMessages messages) {
        var deliveryWorker = new DeliveryWorker(messages);
        deliveryWorker.lookout.start();
        return deliveryWorker;
    }

    /** There is something to send: no need to wait any longer. */
    public void wake() {
        bell.release();
    }

    /** Starts nothing new, and gives what is being sent a few seconds; the rest is sent by others, or next time. */
    @Override
    public void close() {
        closing = true;
        wake();
        try {
            var _ = lookout.join(CLOSING);
            senders.shutdown();
            var _ = senders.awaitTermination(CLOSING.toMillis(), MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            senders.shutdownNow();
        }
    }

    private void work() {
        try {
            while (!closing) {
                rest(look());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return how long to wait before looking again, unless woken */
    private Duration look() throws InterruptedException {
        try {
            var mayBeMore = sendDue();
            return mayBeMore ? Duration.ZERO : aboutASecond();
        } catch (RuntimeException failure) {
            return backoff.failed(failure);
        }
    }

    /** @return whether there may be more, because there was no place for more */
    private boolean sendDue() throws InterruptedException {
        if (!places.tryAcquire(1_000, MILLISECONDS)) {
            return true;
        }
        var free = 1 + places.drainPermits();
        var taken = 0;
        try {
            var due = messages.claim(free);
            backoff.recovered();
            for (var delivery : due) {
                senders.execute(() -> send(delivery));
                taken++;
            }
            return taken == free;
        } finally {
            places.release(free - taken);
        }
    }

    private void send(Delivery delivery) {
        try {
            messages.deliver(delivery);
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.ERROR,
                    "Message " + delivery.message().id() + " is tried again when its lease is over",
                    failure);
        } finally {
            places.release();
        }
    }

    private void rest(Duration pause) throws InterruptedException {
        if (bell.tryAcquire(pause.toMillis(), MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    /** Uneven, so that the nodes do not all look at the same moment. */
    private static Duration aboutASecond() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(800, 1_200));
    }
}
