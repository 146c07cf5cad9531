package io.gatehouse.messaging.worker;

import static io.gatehouse.messaging.Requested.ALICE;
import static io.gatehouse.messaging.Requested.NOON;
import static io.gatehouse.messaging.Requested.recorded;
import static io.gatehouse.messaging.Requested.recovery;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.EventListener.RecordedEvent;
import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.domain.message.MessageEvent.MessageSent;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.messaging.WatchedDeliveries;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MessageEnqueuerTest {

    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final RecordedEvent REQUEST = recorded("7d0f5bd1-7a58-4b0e-8f3c-6f0f6f3ad001", recovery(ALICE));

    private final WatchedDeliveries deliveries = new WatchedDeliveries(new InMemoryEventStore(), () -> NOON);
    private final AtomicInteger woken = new AtomicInteger();
    private final MessageEnqueuer listener = new MessageEnqueuer(deliveries, () -> NOON, woken::incrementAndGet);

    @Test
    void a_requested_message_is_taken_in_under_the_id_of_its_event_and_the_worker_is_woken() {
        assertThat(listener.onEvent(REQUEST)).succeedsWithin(BOUND);
        assertThat(deliveries.accepted()).containsExactly(REQUEST.id());
        assertThat(woken).hasValue(1);
    }

    @Test
    void one_that_is_told_twice_is_taken_in_once() {
        assertThat(listener.onEvent(REQUEST)).succeedsWithin(BOUND);
        assertThat(listener.onEvent(REQUEST)).succeedsWithin(BOUND);
        assertThat(deliveries.accepted()).containsExactly(REQUEST.id());
    }

    @Test
    void other_events_are_none_of_its_business() {
        var sent = new MessageSent(ALICE, REQUEST.id(), MessageType.RECOVERY, NOON);
        var event = new RecordedEvent(REQUEST.id(), "message.sent.v1", ALICE, NOON, "request-1", sent, "{}");
        deliveries.goDown();
        assertThat(listener.onEvent(event)).succeedsWithin(BOUND);
        assertThat(woken).hasValue(0);
    }

    @Test
    void one_that_could_not_be_taken_in_is_told_again() {
        deliveries.goDown();
        assertThat(listener.onEvent(REQUEST)).failsWithin(BOUND);
        deliveries.comeBack();
        assertThat(listener.onEvent(REQUEST)).succeedsWithin(BOUND);
        assertThat(deliveries.accepted()).containsExactly(REQUEST.id());
    }
}
