package io.gatehouse.application.message;

import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.message.DeliveryQueue.Delivery;
import io.gatehouse.application.message.RecordingMessageSender.SentMessage;
import io.gatehouse.application.token.TokenRequests;
import io.gatehouse.domain.message.MessageEvent;
import io.gatehouse.domain.message.MessageEvent.MessageDiscarded;
import io.gatehouse.domain.message.MessageEvent.MessageFailed;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageEvent.MessageSent;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.message.MessageType.Channel;
import io.gatehouse.domain.token.TokenCommand.WithdrawToken;
import io.gatehouse.domain.token.TokenEvent.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliverMessagesTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final TokenRequests requests = new TokenRequests(gatehouse);
    private final InMemoryDeliveryQueue queue = new InMemoryDeliveryQueue(gatehouse.store(), gatehouse.clock());
    private final RecordingMessageSender mail = new RecordingMessageSender();
    private final RecordingMessageSender sms = new RecordingMessageSender();
    private final DeliverMessages deliverMessages = new DeliverMessages(
            queue,
            gatehouse.encryption(),
            Map.of(Channel.EMAIL, mail, Channel.SMS, sms),
            gatehouse.store(),
            gatehouse.clock());

    @Test
    void a_message_is_sent_once_with_its_variables() {
        var token = requests.emailCode("alice");
        var message = accepted();
        deliver();
        gatehouse.advanceClock(Duration.ofHours(1));
        deliver();
        assertThat(mail.sent()).extracting(SentMessage::message).containsExactly(message);
        assertThat(mail.sent().getFirst().variables())
                .containsEntry("otp", token.secret().value());
        assertThat(outcomes())
                .containsExactly(
                        new MessageSent(id("alice"), message.id(), MessageType.OTP_SESSION, InMemoryGatehouse.NOON));
    }

    @Test
    void each_channel_has_a_sender_of_its_own() {
        requests.phoneCode("alice");
        accepted();
        deliver();
        assertThat(sms.sent()).hasSize(1);
        assertThat(mail.sent()).isEmpty();
    }

    @Test
    void a_message_about_a_withdrawn_token_is_dropped() {
        var token = requests.emailCode("alice");
        var message = accepted();
        gatehouse.store().transact(InMemoryGatehouse.METADATA, streams -> {
            var withdraw = new WithdrawToken(token.id(), Reason.ADDRESS_CHANGED, gatehouse.now());
            return streams.execute(token.id(), withdraw);
        });
        deliver();
        assertThat(mail.attempts()).isZero();
        assertThat(outcomes())
                .containsExactly(
                        new MessageDiscarded(id("alice"), message.id(), MessageType.OTP_SESSION, gatehouse.now()));
        assertThat(claimed()).isEmpty();
    }

    @Test
    void a_message_is_sent_until_its_expiry_and_dropped_after_it() {
        requests.emailCode("alice");
        accepted();
        gatehouse.advanceClock(Duration.ofMinutes(15));
        deliver();
        assertThat(mail.sent()).hasSize(1);
        requests.emailCode("alice");
        accepted();
        gatehouse.advanceClock(Duration.ofMinutes(15).plusMillis(1));
        deliver();
        assertThat(mail.sent()).hasSize(1);
        assertThat(outcomes()).last().isInstanceOf(MessageDiscarded.class);
    }

    @Test
    void a_message_that_fails_transiently_is_retried_after_growing_pauses() {
        requests.magicUrl("alice");
        accepted();
        mail.failWith(DeliverMessagesTest::busy);
        assertThat(secondsBetweenAttempts(11)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
        assertThat(outcomes()).isEmpty();
        mail.succeed();
        gatehouse.advanceClock(Duration.ofMinutes(5));
        deliver();
        assertThat(mail.sent()).hasSize(1);
    }

    @Test
    void a_message_that_fails_permanently_is_a_dead_letter_at_once() {
        requests.magicUrl("alice");
        var message = accepted();
        mail.failWith(DeliverMessagesTest::noSuchMailbox);
        deliver();
        gatehouse.advanceClock(Duration.ofMinutes(30));
        deliver();
        assertThat(mail.attempts()).isOne();
        assertThat(queue.deadLetterReason(message.id())).contains("no such mailbox");
        assertThat(outcomes()).singleElement().isInstanceOf(MessageFailed.class);
    }

    @Test
    void a_message_without_expiry_is_a_dead_letter_after_a_day_of_failures() {
        gatehouse.with(SamplePolicies.sessionLimitWithAlerts(10));
        gatehouse.signUp("alice");
        gatehouse.signIn("alice");
        gatehouse.signIn("alice");
        var message = accepted();
        mail.failWith(DeliverMessagesTest::busy);
        gatehouse.advanceClock(Duration.ofDays(1));
        deliver();
        assertThat(outcomes()).isEmpty();
        gatehouse.advanceClock(Duration.ofMinutes(5));
        deliver();
        assertThat(queue.deadLetterReason(message.id())).contains("mailbox busy");
        assertThat(outcomes()).singleElement().isInstanceOf(MessageFailed.class);
    }

    @Test
    void a_message_with_expiry_is_retried_until_it_expires() {
        gatehouse.signUp("alice");
        requests.emailVerification("alice");
        var message = accepted();
        mail.failWith(DeliverMessagesTest::busy);
        gatehouse.advanceClock(Duration.ofDays(2));
        deliver();
        assertThat(mail.attempts()).isOne();
        assertThat(queue.deadLetterReason(message.id())).isEmpty();
        mail.succeed();
        gatehouse.advanceClock(Duration.ofDays(5));
        deliver();
        assertThat(mail.sent()).hasSize(1);
        assertThat(outcomes()).singleElement().isInstanceOf(MessageSent.class);
    }

    @Test
    void a_message_that_cannot_be_decrypted_is_a_dead_letter_with_a_reason_that_hides_its_content() {
        requests.magicUrl("alice");
        var message = accepted();
        var otherNode = new DeliverMessages(
                queue,
                new InMemoryMessageEncryption(),
                Map.of(Channel.EMAIL, mail),
                gatehouse.store(),
                gatehouse.clock());
        otherNode.claim(10).forEach(otherNode::deliver);
        assertThat(mail.attempts()).isZero();
        assertThat(queue.deadLetterReason(message.id())).contains("it is encrypted with an unknown key");
    }

    @Test
    void a_message_waits_for_a_worker_that_has_a_sender_for_its_channel() {
        requests.phoneCode("alice");
        accepted();
        var mailOnly = new DeliverMessages(
                queue, gatehouse.encryption(), Map.of(Channel.EMAIL, mail), gatehouse.store(), gatehouse.clock());
        mailOnly.claim(10).forEach(mailOnly::deliver);
        assertThat(outcomes()).isEmpty();
        gatehouse.advanceClock(Duration.ofSeconds(1));
        deliver();
        assertThat(sms.sent()).hasSize(1);
    }

    @Test
    void a_message_is_retried_after_an_unexpected_exception_of_its_sender() {
        requests.magicUrl("alice");
        accepted();
        var clumsy = new DeliverMessages(
                queue,
                gatehouse.encryption(),
                Map.of(Channel.EMAIL, (_, _) -> {
                    throw new IllegalStateException("a mistake");
                }),
                gatehouse.store(),
                gatehouse.clock());
        clumsy.claim(10).forEach(clumsy::deliver);
        assertThat(outcomes()).isEmpty();
        gatehouse.advanceClock(Duration.ofSeconds(1));
        deliver();
        assertThat(mail.sent()).hasSize(1);
    }

    @Test
    void a_message_claimed_before_a_crash_is_sent_after_its_lease() {
        requests.magicUrl("alice");
        accepted();
        assertThat(claimed()).hasSize(1);
        assertThat(claimed()).isEmpty();
        gatehouse.advanceClock(Duration.ofMinutes(1).plusSeconds(1));
        deliver();
        assertThat(mail.sent()).hasSize(1);
    }

    @Test
    void sending_a_message_leaves_no_log_entry_and_does_not_change_the_account() {
        requests.magicUrl("alice");
        accepted();
        var before = gatehouse.view(id("alice"));
        deliver();
        assertThat(gatehouse.logs().count(id("alice"))).isOne();
        assertThat(gatehouse.view(id("alice"))).isEqualTo(before);
    }

    private static UndeliverableException busy() {
        return UndeliverableException.transientFailure("mailbox busy", null);
    }

    private static UndeliverableException noSuchMailbox() {
        return UndeliverableException.permanentFailure("no such mailbox", null);
    }

    /** Takes in the message that was requested last. */
    private Message accepted() {
        var message = new Message(
                UUID.randomUUID().toString(),
                "request",
                gatehouse.requestedMessages().getLast());
        queue.enqueue(message, gatehouse.now());
        return message;
    }

    private List<Delivery> claimed() {
        return deliverMessages.claim(10);
    }

    private void deliver() {
        claimed().forEach(deliverMessages::deliver);
    }

    private List<Long> secondsBetweenAttempts(int pauses) {
        deliver();
        var seconds = new ArrayList<Long>();
        for (var n = 0; n < pauses; n++) {
            seconds.add(secondsUntilTheNextAttempt());
        }
        return seconds;
    }

    private long secondsUntilTheNextAttempt() {
        var before = mail.attempts();
        var seconds = 0L;
        while (mail.attempts() == before) {
            gatehouse.advanceClock(Duration.ofSeconds(1));
            seconds++;
            deliver();
        }
        return seconds;
    }

    private Stream<MessageEvent> outcomes() {
        return gatehouse.store().all(MessageEvent.class).filter(event -> !(event instanceof MessageRequested));
    }
}
