package io.gatehouse.messaging.worker;

import static io.gatehouse.messaging.Requested.ALICE;
import static io.gatehouse.messaging.Requested.NOON;
import static io.gatehouse.messaging.Requested.alert;
import static io.gatehouse.messaging.Requested.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.message.DeliverMessages;
import io.gatehouse.application.message.Message;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.message.MessageEvent;
import io.gatehouse.domain.message.MessageEvent.MessageDiscarded;
import io.gatehouse.domain.message.MessageEvent.MessageFailed;
import io.gatehouse.domain.message.MessageEvent.MessageSent;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.message.MessageType.Channel;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenEvent.TokenRedeemed;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import io.gatehouse.messaging.WatchedDeliveries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class DeliveryWorkerTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** What the messages here are about. */
    private static final TokenId TOKEN = new TokenId(ALICE.project(), "token-1");

    private final InMemoryEventStore store = new InMemoryEventStore();
    private final Postman postman = new Postman();
    private volatile Instant now = NOON;
    private final WatchedDeliveries deliveries = new WatchedDeliveries(store, () -> now);
    private final DeliverMessages messages =
            new DeliverMessages(deliveries, new OpenSealing(), Map.of(Channel.EMAIL, postman), store, () -> now);

    @BeforeEach
    void issueTheToken() {
        var digest = new Secret("secret").digest();
        happened(new TokenIssued(ALICE, TOKEN, TokenKind.RECOVERY, digest, NOON.plus(Duration.ofHours(1)), NOON));
    }

    @Test
    void a_message_is_sent_once_and_its_sending_recorded() throws Exception {
        var message = accepted(message());
        try (var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitEmpty();
        }
        assertThat(postman.carried()).containsExactly(message.id());
        assertThat(outcomes()).containsExactly(new MessageSent(ALICE, message.id(), MessageType.RECOVERY, NOON));
    }

    @Test
    void what_is_accepted_later_is_sent_as_well() throws Exception {
        try (var worker = DeliveryWorker.start(messages)) {
            var first = accepted(message());
            worker.wake();
            deliveries.awaitEmpty();
            var second = accepted(message());
            worker.wake();
            deliveries.awaitEmpty();
            assertThat(postman.carried()).containsExactly(first.id(), second.id());
        }
    }

    @Test
    void two_workers_send_nothing_twice() throws Exception {
        var ids = accepted(200);
        try (var _ = DeliveryWorker.start(messages);
                var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitEmpty();
        }
        assertThat(postman.carried()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void a_worker_sends_sixteen_at_a_time_and_leaves_the_others_to_others() throws Exception {
        postman.takeTheTime();
        accepted(20);
        try (var _ = DeliveryWorker.start(messages)) {
            postman.awaitDepartures(16);
            assertThat(messages.claim(20)).hasSize(4);
            postman.work();
        }
        assertThat(postman.carried()).hasSize(16);
        assertThat(postman.mostAtOnce()).isEqualTo(16);
    }

    @Test
    void while_the_mail_server_is_down_a_message_waits_and_then_it_is_sent() throws Exception {
        postman.strike();
        var message = accepted(message());
        try (var worker = DeliveryWorker.start(messages)) {
            deliveries.awaitRetry(message.id());
            assertThat(postman.carried()).isEmpty();
            postman.work();
            now = NOON.plusSeconds(2);
            worker.wake();
            deliveries.awaitEmpty();
        }
        assertThat(postman.carried()).containsExactly(message.id());
        assertThat(outcomes()).hasOnlyElementsOfType(MessageSent.class).hasSize(1);
    }

    @Test
    void a_message_whose_worker_died_before_sending_is_sent_by_another_when_the_lease_is_over() throws Exception {
        var message = accepted(message());
        assertThat(messages.claim(1)).hasSize(1);
        assertThat(messages.claim(1)).as("while the lease lasts").isEmpty();
        now = NOON.plus(A_MINUTE);
        try (var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitEmpty();
        }
        assertThat(postman.carried()).containsExactly(message.id());
    }

    @Test
    void a_message_whose_token_was_used_is_dropped() throws Exception {
        happened(new TokenRedeemed(ALICE, TOKEN, NOON));
        var used = accepted(message());
        try (var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitEmpty();
        }
        assertThat(outcomes()).containsExactly(new MessageDiscarded(ALICE, used.id(), MessageType.RECOVERY, now));
        assertThat(postman.carried()).isEmpty();
    }

    @Test
    void a_message_that_has_expired_is_dropped() throws Exception {
        now = NOON.plus(Duration.ofHours(1)).plusMillis(1);
        var expired = accepted(message());
        try (var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitEmpty();
        }
        assertThat(outcomes()).containsExactly(new MessageDiscarded(ALICE, expired.id(), MessageType.RECOVERY, now));
        assertThat(postman.carried()).isEmpty();
    }

    @Test
    void a_message_nobody_will_ever_take_lies_with_the_dead_letters() throws Exception {
        postman.knowNobody();
        var message = accepted(message());
        try (var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitEmpty();
        }
        assertThat(deliveries.epitaph(message.id())).contains("there is no such mailbox");
        assertThat(outcomes()).containsExactly(new MessageFailed(ALICE, message.id(), MessageType.RECOVERY, NOON));
    }

    @Test
    void an_alert_that_found_no_taker_for_a_day_is_given_up() throws Exception {
        postman.strike();
        now = NOON.plus(Duration.ofDays(1)).plusMillis(1);
        var alert = accepted(message("7d0f5bd1-7a58-4b0e-8f3c-6f0f6f3ad001", alert(ALICE)));
        try (var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitEmpty();
        }
        assertThat(deliveries.epitaph(alert.id())).contains("the postman is on strike");
    }

    @Test
    void while_the_database_is_down_the_worker_keeps_trying() throws Exception {
        var message = accepted(message());
        deliveries.goDown();
        try (var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitRefused(2);
            deliveries.comeBack();
            deliveries.awaitEmpty();
        }
        assertThat(postman.carried()).containsExactly(message.id());
    }

    @Test
    void a_message_that_breaks_its_carrier_does_not_hold_up_the_others() throws Exception {
        var strange = accepted(message());
        postman.stumbleOver(strange.id());
        var ids = accepted(40);
        try (var worker = DeliveryWorker.start(messages)) {
            postman.awaitCarried(40);
            assertThat(postman.carried()).containsExactlyInAnyOrderElementsOf(ids);
            postman.work();
            now = NOON.plus(A_MINUTE);
            worker.wake();
            deliveries.awaitEmpty();
        }
        assertThat(postman.carried()).contains(strange.id());
    }

    @Test
    void closing_lets_what_is_being_sent_be_sent_and_begins_nothing_new() throws Exception {
        postman.takeTheTime();
        var message = accepted(message());
        var deliveryWorker = DeliveryWorker.start(messages);
        postman.awaitDepartures(1);
        var closing = Thread.startVirtualThread(deliveryWorker::close);
        assertThat(closing.join(Duration.ofMillis(200)))
                .as("closes before the postman is back")
                .isFalse();
        postman.work();
        closing.join();
        assertThat(outcomes()).containsExactly(new MessageSent(ALICE, message.id(), MessageType.RECOVERY, NOON));

        accepted(message());
        deliveryWorker.wake();
        assertThat(messages.claim(2)).as("left for others").hasSize(1);
    }

    private Message accepted(Message message) {
        deliveries.enqueue(message, now);
        return message;
    }

    private List<String> accepted(int messages) {
        return Stream.generate(() -> accepted(message()))
                .limit(messages)
                .map(Message::id)
                .toList();
    }

    private void happened(Event event) {
        var nobody = new RequestMetadata("request-1", new IpAddress(""), UserAgent.UNKNOWN, null);
        store.transact(nobody, streams -> {
            streams.append(event);
            return event;
        });
    }

    private List<MessageEvent> outcomes() {
        return store.all(MessageEvent.class).toList();
    }
}
