package io.gatehouse.messaging.worker;

import static io.gatehouse.messaging.SampleMessageRequests.ALICE;
import static io.gatehouse.messaging.SampleMessageRequests.NOON;
import static io.gatehouse.messaging.SampleMessageRequests.recorded;
import static io.gatehouse.messaging.SampleMessageRequests.recovery;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.EventListener.RecordedEvent;
import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.domain.message.MessageEvent.MessageSent;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.messaging.ObservedDeliveryQueue;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MessageEnqueuerTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final RecordedEvent REQUEST = recorded("7d0f5bd1-7a58-4b0e-8f3c-6f0f6f3ad001", recovery(ALICE));

    private final ObservedDeliveryQueue deliveries = new ObservedDeliveryQueue(new InMemoryEventStore(), () -> NOON);
    private final AtomicInteger woken = new AtomicInteger();
    private final MessageEnqueuer listener = new MessageEnqueuer(deliveries, () -> NOON, woken::incrementAndGet);

    @Test
    void a_requested_message_is_queued_under_the_id_of_its_event_and_the_worker_is_woken() {
        assertThat(listener.onEvent(REQUEST)).succeedsWithin(TIMEOUT);
        assertThat(deliveries.accepted()).containsExactly(REQUEST.id());
        assertThat(woken).hasValue(1);
    }

    @Test
    void an_event_received_twice_is_queued_once() {
        assertThat(listener.onEvent(REQUEST)).succeedsWithin(TIMEOUT);
        assertThat(listener.onEvent(REQUEST)).succeedsWithin(TIMEOUT);
        assertThat(deliveries.accepted()).containsExactly(REQUEST.id());
    }

    @Test
    void other_events_are_ignored() {
        var sent = new MessageSent(ALICE, REQUEST.id(), MessageType.RECOVERY, NOON);
        var event = new RecordedEvent(REQUEST.id(), "message.sent.v1", ALICE, NOON, "request-1", sent, "{}");
        deliveries.fail();
        assertThat(listener.onEvent(event)).succeedsWithin(TIMEOUT);
        assertThat(woken).hasValue(0);
    }

    @Test
    void an_event_fails_if_it_cannot_be_queued_and_is_queued_when_received_again() {
        deliveries.fail();
        assertThat(listener.onEvent(REQUEST)).failsWithin(TIMEOUT);
        deliveries.recover();
        assertThat(listener.onEvent(REQUEST)).succeedsWithin(TIMEOUT);
        assertThat(deliveries.accepted()).containsExactly(REQUEST.id());
    }
}
