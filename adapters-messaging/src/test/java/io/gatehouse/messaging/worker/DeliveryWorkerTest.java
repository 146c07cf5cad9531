package io.gatehouse.messaging.worker;

import static io.gatehouse.messaging.SampleMessageRequests.ALICE;
import static io.gatehouse.messaging.SampleMessageRequests.NOON;
import static io.gatehouse.messaging.SampleMessageRequests.alert;
import static io.gatehouse.messaging.SampleMessageRequests.carrying;
import static io.gatehouse.messaging.SampleMessageRequests.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.message.DeliverMessages;
import io.gatehouse.application.message.InMemoryMessageEncryption;
import io.gatehouse.application.message.Message;
import io.gatehouse.application.request.Actor;
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
import io.gatehouse.messaging.ObservedDeliveryQueue;
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

    /** The token that the messages are about. */
    private static final TokenId TOKEN = new TokenId(ALICE.project(), "token-1");

    private final InMemoryEventStore store = new InMemoryEventStore();
    private final ScriptedMessageSender sender = new ScriptedMessageSender();
    private volatile Instant now = NOON;
    private final ObservedDeliveryQueue deliveries = new ObservedDeliveryQueue(store, () -> now);
    private final InMemoryMessageEncryption encryption = new InMemoryMessageEncryption();
    private final DeliverMessages messages =
            new DeliverMessages(deliveries, encryption, Map.of(Channel.EMAIL, sender), store, () -> now);

    @BeforeEach
    void issueTheToken() {
        var digest = new Secret("secret").digest();
        append(new TokenIssued(ALICE, TOKEN, TokenKind.RECOVERY, digest, NOON.plus(Duration.ofHours(1)), NOON));
    }

    @Test
    void a_message_is_sent_once_and_recorded_as_sent() throws Exception {
        var message = enqueue(message());
        try (var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitEmpty();
        }
        assertThat(sender.sent()).containsExactly(message.id());
        assertThat(outcomes()).containsExactly(new MessageSent(ALICE, message.id(), MessageType.RECOVERY, NOON));
    }

    @Test
    void messages_accepted_after_the_start_are_sent() throws Exception {
        try (var worker = DeliveryWorker.start(messages)) {
            var first = enqueue(message());
            worker.wake();
            deliveries.awaitEmpty();
            var second = enqueue(message());
            worker.wake();
            deliveries.awaitEmpty();
            assertThat(sender.sent()).containsExactly(first.id(), second.id());
        }
    }

    @Test
    void two_workers_send_each_message_once() throws Exception {
        var ids = enqueue(200);
        try (var _ = DeliveryWorker.start(messages);
                var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitEmpty();
        }
        assertThat(sender.sent()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void a_worker_claims_at_most_sixteen_messages_at_a_time() throws Exception {
        sender.delayAll();
        enqueue(20);
        try (var _ = DeliveryWorker.start(messages)) {
            sender.awaitStarted(16);
            assertThat(messages.claim(20)).hasSize(4);
            sender.acceptAll();
        }
        assertThat(sender.sent()).hasSize(16);
        assertThat(sender.mostAtOnce()).isEqualTo(16);
    }

    @Test
    void a_message_that_fails_transiently_is_sent_at_a_later_attempt() throws Exception {
        sender.failTransiently();
        var message = enqueue(message());
        try (var worker = DeliveryWorker.start(messages)) {
            deliveries.awaitRetry(message.id());
            assertThat(sender.sent()).isEmpty();
            sender.acceptAll();
            now = NOON.plusSeconds(2);
            worker.wake();
            deliveries.awaitEmpty();
        }
        assertThat(sender.sent()).containsExactly(message.id());
        assertThat(outcomes()).hasOnlyElementsOfType(MessageSent.class).hasSize(1);
    }

    @Test
    void a_message_claimed_by_a_worker_that_ended_is_sent_by_another_after_the_lease() throws Exception {
        var message = enqueue(message());
        assertThat(messages.claim(1)).hasSize(1);
        assertThat(messages.claim(1)).as("while the lease lasts").isEmpty();
        now = NOON.plus(A_MINUTE);
        try (var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitEmpty();
        }
        assertThat(sender.sent()).containsExactly(message.id());
    }

    @Test
    void a_message_about_a_redeemed_token_is_discarded() throws Exception {
        append(new TokenRedeemed(ALICE, TOKEN, NOON));
        var used = enqueue(message());
        try (var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitEmpty();
        }
        assertThat(outcomes()).containsExactly(new MessageDiscarded(ALICE, used.id(), MessageType.RECOVERY, now));
        assertThat(sender.sent()).isEmpty();
    }

    @Test
    void a_message_that_has_expired_is_discarded() throws Exception {
        now = NOON.plus(Duration.ofHours(1)).plusMillis(1);
        var expired = enqueue(message());
        try (var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitEmpty();
        }
        assertThat(outcomes()).containsExactly(new MessageDiscarded(ALICE, expired.id(), MessageType.RECOVERY, now));
        assertThat(sender.sent()).isEmpty();
    }

    @Test
    void a_message_that_fails_permanently_is_a_dead_letter() throws Exception {
        sender.failPermanently();
        var message = enqueue(message());
        try (var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitEmpty();
        }
        assertThat(deliveries.deadLetterReason(message.id())).contains("there is no such mailbox");
        assertThat(outcomes()).containsExactly(new MessageFailed(ALICE, message.id(), MessageType.RECOVERY, NOON));
    }

    @Test
    void an_alert_that_fails_for_a_day_is_a_dead_letter() throws Exception {
        sender.failTransiently();
        now = NOON.plus(Duration.ofDays(1)).plusMillis(1);
        var alert = enqueue(message("7d0f5bd1-7a58-4b0e-8f3c-6f0f6f3ad001", alert(ALICE)));
        try (var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitEmpty();
        }
        assertThat(deliveries.deadLetterReason(alert.id())).contains("the server is down");
    }

    @Test
    void while_the_database_is_down_the_worker_keeps_trying() throws Exception {
        var message = enqueue(message());
        deliveries.fail();
        try (var _ = DeliveryWorker.start(messages)) {
            deliveries.awaitRefused(2);
            deliveries.recover();
            deliveries.awaitEmpty();
        }
        assertThat(sender.sent()).containsExactly(message.id());
    }

    @Test
    void a_message_with_an_unexpected_exception_does_not_delay_others_and_is_retried() throws Exception {
        var broken = enqueue(message());
        sender.throwFor(broken.id());
        var ids = enqueue(40);
        try (var worker = DeliveryWorker.start(messages)) {
            sender.awaitSent(40);
            assertThat(sender.sent()).containsExactlyInAnyOrderElementsOf(ids);
            sender.acceptAll();
            now = NOON.plus(A_MINUTE);
            worker.wake();
            deliveries.awaitEmpty();
        }
        assertThat(sender.sent()).contains(broken.id());
    }

    @Test
    void closing_waits_for_messages_in_progress_and_starts_no_others() throws Exception {
        sender.delayAll();
        var message = enqueue(message());
        var deliveryWorker = DeliveryWorker.start(messages);
        sender.awaitStarted(1);
        var closing = Thread.startVirtualThread(deliveryWorker::close);
        assertThat(closing.join(Duration.ofMillis(200)))
                .as("closes while a message is being sent")
                .isFalse();
        sender.acceptAll();
        closing.join();
        assertThat(outcomes()).containsExactly(new MessageSent(ALICE, message.id(), MessageType.RECOVERY, NOON));

        enqueue(message());
        deliveryWorker.wake();
        assertThat(messages.claim(2)).as("left for others").hasSize(1);
    }

    private Message enqueue(Message message) {
        var variables = encryption.encrypt(Map.of("otp", "123456"));
        deliveries.enqueue(message(message.id(), carrying(message.request(), variables)), now);
        return message;
    }

    private List<String> enqueue(int messages) {
        return Stream.generate(() -> enqueue(message()))
                .limit(messages)
                .map(Message::id)
                .toList();
    }

    private void append(Event event) {
        var system = new RequestMetadata("request-1", new IpAddress(""), UserAgent.UNKNOWN, Actor.SYSTEM, null);
        store.transact(system, streams -> {
            streams.append(event);
            return event;
        });
    }

    private List<MessageEvent> outcomes() {
        return store.all(MessageEvent.class).toList();
    }
}
