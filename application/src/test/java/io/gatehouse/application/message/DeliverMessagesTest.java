package io.gatehouse.application.message;

import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.message.DeliveryQueue.Delivery;
import io.gatehouse.application.message.Postbox.Letter;
import io.gatehouse.application.token.Requests;
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
    private final Requests requests = new Requests(gatehouse);
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries(gatehouse.store(), gatehouse.clock());
    private final Postbox mail = new Postbox();
    private final Postbox sms = new Postbox();
    private final DeliverMessages deliverMessages = new DeliverMessages(
            deliveries,
            gatehouse.sealing(),
            Map.of(Channel.EMAIL, mail, Channel.SMS, sms),
            gatehouse.store(),
            gatehouse.clock());

    @Test
    void a_message_is_sent_once_with_what_it_has_to_say() {
        var token = requests.emailCode("alice");
        var message = accepted();
        deliver();
        gatehouse.pass(Duration.ofHours(1));
        deliver();
        assertThat(mail.letters()).extracting(Letter::message).containsExactly(message);
        assertThat(mail.letters().getFirst().variables())
                .containsEntry("otp", token.secret().value());
        assertThat(outcomes())
                .containsExactly(
                        new MessageSent(id("alice"), message.id(), MessageType.OTP_SESSION, InMemoryGatehouse.NOON));
    }

    @Test
    void each_channel_has_a_carrier_of_its_own() {
        requests.phoneCode("alice");
        accepted();
        deliver();
        assertThat(sms.letters()).hasSize(1);
        assertThat(mail.letters()).isEmpty();
    }

    @Test
    void a_message_about_a_token_that_is_of_no_use_any_more_is_dropped() {
        var token = requests.emailCode("alice");
        var message = accepted();
        gatehouse.store().transact(InMemoryGatehouse.OCCASION, streams -> {
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
    void a_message_is_sent_at_the_very_last_moment_and_dropped_after_it() {
        requests.emailCode("alice");
        accepted();
        gatehouse.pass(Duration.ofMinutes(15));
        deliver();
        assertThat(mail.letters()).hasSize(1);
        requests.emailCode("alice");
        accepted();
        gatehouse.pass(Duration.ofMinutes(15).plusMillis(1));
        deliver();
        assertThat(mail.letters()).hasSize(1);
        assertThat(outcomes()).last().isInstanceOf(MessageDiscarded.class);
    }

    @Test
    void a_message_nobody_took_is_tried_again_after_longer_and_longer_pauses() {
        requests.magicUrl("alice");
        accepted();
        mail.refuse(DeliverMessagesTest::busy);
        assertThat(secondsBetweenAttempts(11)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
        assertThat(outcomes()).isEmpty();
        mail.takeAgain();
        gatehouse.pass(Duration.ofMinutes(5));
        deliver();
        assertThat(mail.letters()).hasSize(1);
    }

    @Test
    void a_message_nobody_will_ever_take_is_given_up_at_once() {
        requests.magicUrl("alice");
        var message = accepted();
        mail.refuse(DeliverMessagesTest::noSuchMailbox);
        deliver();
        gatehouse.pass(Duration.ofMinutes(30));
        deliver();
        assertThat(mail.attempts()).isOne();
        assertThat(deliveries.epitaph(message.id())).contains("no such mailbox");
        assertThat(outcomes()).singleElement().isInstanceOf(MessageFailed.class);
    }

    @Test
    void a_message_that_never_expires_is_given_up_after_a_day() {
        gatehouse.with(SamplePolicies.alertingOfAtMostSessions(10));
        gatehouse.signUp("alice");
        gatehouse.signIn("alice");
        gatehouse.signIn("alice");
        var message = accepted();
        mail.refuse(DeliverMessagesTest::busy);
        gatehouse.pass(Duration.ofDays(1));
        deliver();
        assertThat(outcomes()).isEmpty();
        gatehouse.pass(Duration.ofMinutes(5));
        deliver();
        assertThat(deliveries.epitaph(message.id())).contains("mailbox busy");
        assertThat(outcomes()).singleElement().isInstanceOf(MessageFailed.class);
    }

    @Test
    void a_message_that_expires_is_worth_trying_until_it_does() {
        gatehouse.signUp("alice");
        requests.emailVerification("alice");
        var message = accepted();
        mail.refuse(DeliverMessagesTest::busy);
        gatehouse.pass(Duration.ofDays(2));
        deliver();
        assertThat(mail.attempts()).isOne();
        assertThat(deliveries.epitaph(message.id())).isEmpty();
        mail.takeAgain();
        gatehouse.pass(Duration.ofDays(5));
        deliver();
        assertThat(mail.letters()).hasSize(1);
        assertThat(outcomes()).singleElement().isInstanceOf(MessageSent.class);
    }

    @Test
    void what_was_sealed_under_a_key_we_do_not_have_is_given_up_without_a_word_of_what_it_said() {
        requests.magicUrl("alice");
        var message = accepted();
        var stranger = new DeliverMessages(
                deliveries, new InMemorySealing(), Map.of(Channel.EMAIL, mail), gatehouse.store(), gatehouse.clock());
        stranger.claim(10).forEach(stranger::deliver);
        assertThat(mail.attempts()).isZero();
        assertThat(deliveries.epitaph(message.id())).contains("it is sealed under a key we do not have");
    }

    @Test
    void a_message_waits_for_a_worker_that_has_a_carrier_for_it() {
        requests.phoneCode("alice");
        accepted();
        var mailOnly = new DeliverMessages(
                deliveries, gatehouse.sealing(), Map.of(Channel.EMAIL, mail), gatehouse.store(), gatehouse.clock());
        mailOnly.claim(10).forEach(mailOnly::deliver);
        assertThat(outcomes()).isEmpty();
        gatehouse.pass(Duration.ofSeconds(1));
        deliver();
        assertThat(sms.letters()).hasSize(1);
    }

    @Test
    void a_message_outlives_the_mistakes_of_its_carrier() {
        requests.magicUrl("alice");
        accepted();
        var clumsy = new DeliverMessages(
                deliveries,
                gatehouse.sealing(),
                Map.of(Channel.EMAIL, (_, _) -> {
                    throw new IllegalStateException("a mistake");
                }),
                gatehouse.store(),
                gatehouse.clock());
        clumsy.claim(10).forEach(clumsy::deliver);
        assertThat(outcomes()).isEmpty();
        gatehouse.pass(Duration.ofSeconds(1));
        deliver();
        assertThat(mail.letters()).hasSize(1);
    }

    @Test
    void a_message_lost_by_a_crash_is_handed_out_again() {
        requests.magicUrl("alice");
        accepted();
        assertThat(claimed()).hasSize(1);
        assertThat(claimed()).isEmpty();
        gatehouse.pass(Duration.ofMinutes(1).plusSeconds(1));
        deliver();
        assertThat(mail.letters()).hasSize(1);
    }

    @Test
    void what_becomes_of_a_message_concerns_no_auditor_and_changes_no_account() {
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
                UUID.randomUUID().toString(), "request", gatehouse.letterbox().getLast());
        deliveries.enqueue(message, gatehouse.now());
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
            gatehouse.pass(Duration.ofSeconds(1));
            seconds++;
            deliver();
        }
        return seconds;
    }

    private Stream<MessageEvent> outcomes() {
        return gatehouse.store().all(MessageEvent.class).filter(event -> !(event instanceof MessageRequested));
    }
}
