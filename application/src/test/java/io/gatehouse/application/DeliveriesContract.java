package io.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.application.message.DeliveryQueue;
import io.gatehouse.application.message.DeliveryQueue.Delivery;
import io.gatehouse.application.message.Message;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeExpired;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeFailed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengePassed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeWithdrawn;
import io.gatehouse.domain.token.TokenCommand.ExpireToken;
import io.gatehouse.domain.token.TokenCommand.RedeemToken;
import io.gatehouse.domain.token.TokenCommand.WithdrawToken;
import io.gatehouse.domain.token.TokenEvent.Reason;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What whoever delivers messages may rely on: each is handed to one at a time, until there is no more to be done. */
public abstract class DeliveriesContract extends Contract {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Instant LEASE_IS_OVER = NOON.plus(LEASE).plusSeconds(1);

    /** Of a clock we do not set: when deliveries were closed is their own affair. */
    private static final Duration LONG = Duration.ofDays(1);

    protected abstract DeliveryQueue deliveries();

    @Test
    void a_message_is_handed_out_as_it_was_taken_in() {
        var message = accepted(MessageType.RECOVERY);
        assertThat(claimedAt(NOON))
                .extracting(Delivery::message, Delivery::attempts)
                .containsExactly(tuple(message, 0));
    }

    @Test
    void a_message_is_taken_in_once() {
        var message = accepted(MessageType.RECOVERY);
        deliveries().enqueue(message, NOON);
        assertThat(claimedAt(NOON)).hasSize(1);
        deliveries().enqueue(message, NOON);
        assertThat(claimedAt(NOON)).isEmpty();
    }

    @Test
    void a_message_that_was_closed_is_not_taken_in_again() {
        var message = accepted(MessageType.RECOVERY);
        deliveries().close(message.id());
        deliveries().enqueue(message, NOON);
        assertThat(claimedAt(LEASE_IS_OVER)).isEmpty();
    }

    @Test
    void a_message_that_was_given_up_is_not_taken_in_again() {
        var message = accepted(MessageType.RECOVERY);
        deliveries().deadLetter(message.id(), "no such mailbox");
        deliveries().enqueue(message, NOON);
        assertThat(claimedAt(LEASE_IS_OVER)).isEmpty();
    }

    @Test
    void whoever_waits_longest_comes_first() {
        var second = message(MessageType.RECOVERY, "second");
        var first = message(MessageType.RECOVERY, "first");
        deliveries().enqueue(second, NOON.plusSeconds(1));
        deliveries().enqueue(first, NOON);
        assertThat(claimedAt(NOON.plusSeconds(1))).extracting(Delivery::message).containsExactly(first, second);
    }

    @Test
    void no_more_are_handed_out_than_were_asked_for() {
        accepted(MessageType.RECOVERY);
        accepted(MessageType.RECOVERY);
        accepted(MessageType.RECOVERY);
        assertThat(deliveries().claim(2, LEASE, NOON)).hasSize(2);
    }

    @Test
    void of_many_who_ask_at_once_one_gets_the_message() throws Exception {
        var message = accepted(MessageType.RECOVERY);
        var claimed = new ArrayList<Delivery>();
        inParallel(16, _ -> claimedAt(NOON)).forEach(claimed::addAll);
        assertThat(claimed).extracting(Delivery::message).containsExactly(message);
    }

    @Test
    void a_message_nothing_is_heard_of_is_handed_out_again_when_the_lease_is_over() {
        accepted(MessageType.RECOVERY);
        claimedAt(NOON);
        assertThat(claimedAt(NOON.plus(LEASE).minusSeconds(1))).isEmpty();
        assertThat(claimedAt(LEASE_IS_OVER)).extracting(Delivery::attempts).containsExactly(1);
    }

    @Test
    void a_message_to_retry_waits_until_it_is_time() {
        var message = accepted(MessageType.RECOVERY);
        claimedAt(NOON);
        deliveries().retry(message.id(), NOON.plusSeconds(4), "mailbox busy");
        assertThat(claimedAt(NOON.plusSeconds(3))).isEmpty();
        assertThat(claimedAt(NOON.plusSeconds(4)))
                .extracting(Delivery::message, Delivery::attempts)
                .containsExactly(tuple(message, 1));
    }

    @Test
    void a_message_that_is_due_in_the_future_is_not_handed_out() {
        deliveries().enqueue(message(MessageType.RECOVERY, "token"), NOON.plusSeconds(1));
        assertThat(claimedAt(NOON)).isEmpty();
    }

    @Test
    void a_message_about_a_token_is_pointless_once_the_token_was_redeemed() {
        var token = issued();
        acceptedAbout(token);
        assertThat(pointlessAt(NOON)).containsExactly(false);
        ask(token.token(), new RedeemToken(token.token(), alice, Set.of(token.kind()), token.secret(), NOON));
        assertThat(pointlessAt(LEASE_IS_OVER)).containsExactly(true);
    }

    @Test
    void a_message_about_a_token_is_pointless_once_the_token_was_withdrawn() {
        var token = issued();
        acceptedAbout(token);
        ask(token.token(), new WithdrawToken(token.token(), Reason.ADDRESS_CHANGED, NOON));
        assertThat(pointlessAt(NOON)).containsExactly(true);
    }

    @Test
    void a_message_about_a_token_is_pointless_once_the_token_was_cleared_away() {
        var token = issued();
        acceptedAbout(token);
        ask(token.token(), new ExpireToken(token.token(), TOO_LATE));
        assertThat(pointlessAt(NOON)).containsExactly(true);
    }

    @Test
    void a_message_about_a_token_is_pointless_once_the_account_was_deleted() {
        acceptedAbout(issued());
        delete(alice);
        assertThat(pointlessAt(NOON)).containsExactly(true);
    }

    @ParameterizedTest
    @EnumSource(names = {"MFA_CHALLENGE", "PHONE_CHALLENGE"})
    void a_message_about_a_challenge_is_pointless_once_nobody_can_answer_it(MessageType messageType) {
        signUp(alice);
        var passed = acceptedAbout("passed", messageType);
        var withdrawn = acceptedAbout("withdrawn", messageType);
        var expired = acceptedAbout("expired", messageType);
        var open = acceptedAbout("open", messageType);
        happened(
                new MfaChallengePassed(alice, passed, NOON),
                new MfaChallengeWithdrawn(alice, withdrawn, NOON),
                new MfaChallengeExpired(alice, expired, TOO_LATE),
                new MfaChallengeFailed(alice, open, NOON));
        assertThat(claimedAt(NOON))
                .extracting(delivery -> delivery.message().request().subject(), Delivery::obsolete)
                .containsExactlyInAnyOrder(
                        tuple("passed", true), tuple("withdrawn", true), tuple("expired", true), tuple("open", false));
        delete(alice);
        assertThat(pointlessAt(LEASE_IS_OVER)).containsOnly(true);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SESSION_ALERT",
                "NEW_DEVICE",
                "PASSWORD_CHANGED",
                "EMAIL_CHANGED",
                "PHONE_CHANGED",
                "MFA_ENABLED",
                "MFA_DISABLED",
                "AUTHENTICATOR_ADDED",
                "AUTHENTICATOR_REMOVED",
                "RECOVERY_CODES_CHANGED"
            })
    void what_only_tells_what_happened_is_never_pointless(MessageType messageType) {
        accepted(messageType);
        assertThat(pointlessAt(NOON)).containsExactly(false);
    }

    @Test
    void what_was_closed_long_ago_is_forgotten_and_nothing_else() {
        var closed = accepted(MessageType.RECOVERY);
        var open = accepted(MessageType.RECOVERY);
        deliveries().close(closed.id());
        deliveries().purge(Instant.now().minus(LONG));
        deliveries().enqueue(closed, NOON);
        assertThat(claimedAt(NOON)).extracting(Delivery::message).containsExactly(open);
        deliveries().purge(Instant.now().plus(LONG));
        deliveries().enqueue(closed, NOON);
        assertThat(claimedAt(NOON)).extracting(Delivery::message).containsExactly(closed);
    }

    private TokenIssued issued() {
        signUp(alice);
        var token = issued(alice, "token", TokenKind.RECOVERY);
        happened(token);
        return token;
    }

    private void acceptedAbout(TokenIssued token) {
        deliveries().enqueue(message(MessageType.RECOVERY, token.token().value()), NOON);
    }

    /** @return a challenge of that name, about which a message was taken in */
    private ChallengeId acceptedAbout(String challenge, MessageType messageType) {
        var created = challenged(alice, challenge, session(alice, "first"), Factor.EMAIL);
        happened(created);
        deliveries().enqueue(message(messageType, challenge), NOON);
        return created.challenge();
    }

    /** @return a message about something that never was */
    private Message accepted(MessageType messageType) {
        var message = message(messageType, "nothing");
        deliveries().enqueue(message, NOON);
        return message;
    }

    private Message message(MessageType messageType, String subject) {
        var request = new MessageRequested(
                alice,
                "Demo",
                messageType,
                "pt-br",
                new Recipient(address(alice).value()),
                null,
                subject,
                new Ciphertext("sealed"),
                messageType == MessageType.SESSION_ALERT ? null : MIDNIGHT,
                NOON);
        return new Message(UUID.randomUUID().toString(), "request", request);
    }

    /** Of this project; others leave messages behind as well. */
    private List<Delivery> claimedAt(Instant now) {
        return deliveries().claim(1000, LEASE, now).stream()
                .filter(delivery -> delivery.message().request().account().equals(alice))
                .toList();
    }

    private List<Boolean> pointlessAt(Instant now) {
        return claimedAt(now).stream().map(Delivery::obsolete).toList();
    }
}
