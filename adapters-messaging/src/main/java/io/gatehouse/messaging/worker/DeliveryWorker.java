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

/** Sends due messages, several at a time. Polls the queue about every second, and at once when woken. */
public final class DeliveryWorker implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DeliveryWorker.class.getName());

    /** Mail servers commonly allow ten to twenty connections from one address. */
    private static final int MAX_CONCURRENT = 16;

    /** How long a close waits for the last poll, and then again for the messages that are being sent. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final DeliverMessages messages;
    private final Semaphore slots = new Semaphore(MAX_CONCURRENT);
    private final Semaphore wakeUps = new Semaphore(0);
    private final Backoff backoff = new Backoff(LOG, "Polling for messages to send");
    private final ExecutorService senders = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("message-", 0).factory());
    private final Thread poller = Thread.ofVirtual().name("message-worker").unstarted(this::work);
    private volatile boolean closing;

    private DeliveryWorker(DeliverMessages messages) {
        this.messages = messages;
    }

    public static DeliveryWorker start(DeliverMessages messages) {
        var deliveryWorker = new DeliveryWorker(messages);
        deliveryWorker.poller.start();
        return deliveryWorker;
    }

    /** Starts the next poll at once, because there is something to send. */
    public void wake() {
        wakeUps.release();
    }

    /** Claims nothing new, and waits a few seconds for messages being sent. The rest is sent by others or later. */
    @Override
    public void close() {
        closing = true;
        wake();
        try {
            var _ = poller.join(CLOSE_TIMEOUT);
            senders.shutdown();
            var _ = senders.awaitTermination(CLOSE_TIMEOUT.toMillis(), MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            senders.shutdownNow();
        }
    }

    private void work() {
        try {
            while (!closing) {
                awaitWakeUp(poll());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return how long to wait before the next poll, unless woken */
    private Duration poll() throws InterruptedException {
        try {
            var mayBeMore = sendDue();
            return mayBeMore ? Duration.ZERO : aboutASecond();
        } catch (RuntimeException failure) {
            return backoff.failed(failure);
        }
    }

    /** @return whether there may be more due messages than there were free slots */
    private boolean sendDue() throws InterruptedException {
        if (!slots.tryAcquire(1_000, MILLISECONDS)) {
            return true;
        }
        var free = 1 + slots.drainPermits();
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
            slots.release(free - taken);
        }
    }

    private void send(Delivery delivery) {
        try {
            messages.deliver(delivery);
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.ERROR,
                    "Delivering message " + delivery.message().id() + " failed; it is retried when its lease expires",
                    failure);
        } finally {
            slots.release();
        }
    }

    private void awaitWakeUp(Duration pause) throws InterruptedException {
        if (wakeUps.tryAcquire(pause.toMillis(), MILLISECONDS)) {
            wakeUps.drainPermits();
        }
    }

    /** Random, so that the nodes do not all poll at the same moment. */
    private static Duration aboutASecond() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(800, 1_200));
    }
}
