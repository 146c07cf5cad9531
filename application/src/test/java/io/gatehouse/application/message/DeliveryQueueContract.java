package io.gatehouse.application.message;

import static io.gatehouse.application.Concurrency.inParallel;
import static io.gatehouse.application.SampleEvents.AFTER_MIDNIGHT;
import static io.gatehouse.application.SampleEvents.MIDNIGHT;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.address;
import static io.gatehouse.application.SampleEvents.challengeCreated;
import static io.gatehouse.application.SampleEvents.sessionId;
import static io.gatehouse.application.SampleEvents.tokenIssued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.message.DeliveryQueue.Delivery;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.account.AccountId;
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

/** Messages are queued once, leased to one worker at a time, and obsolete once their token or challenge has ended. */
public abstract class DeliveryQueueContract {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Instant LEASE_HAS_ENDED = NOON.plus(LEASE).plusSeconds(1);

    /** Longer than a test runs: the time at which deliveries are closed is that of the implementation's own clock. */
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final DeliveryQueue queue;
    private final ContractFixture given;
    private final AccountId alice;

    protected DeliveryQueueContract(EventStore store, DeliveryQueue queue) {
        this.queue = queue;
        this.given = new ContractFixture(store);
        this.alice = given.alice();
    }

    @Test
    void a_message_is_claimed_as_it_was_accepted() {
        var message = acceptMessage(MessageType.RECOVERY);
        assertThat(claimedAt(NOON))
                .extracting(Delivery::message, Delivery::attempts)
                .containsExactly(tuple(message, 0));
    }

    @Test
    void a_message_accepted_again_is_claimed_once() {
        var message = acceptMessage(MessageType.RECOVERY);
        queue.enqueue(message, NOON);
        assertThat(claimedAt(NOON)).hasSize(1);
        queue.enqueue(message, NOON);
        assertThat(claimedAt(NOON)).isEmpty();
    }

    @Test
    void a_closed_message_is_not_accepted_again() {
        var message = acceptMessage(MessageType.RECOVERY);
        queue.close(message.id());
        queue.enqueue(message, NOON);
        assertThat(claimedAt(LEASE_HAS_ENDED)).isEmpty();
    }

    @Test
    void a_dead_letter_is_not_accepted_again() {
        var message = acceptMessage(MessageType.RECOVERY);
        queue.deadLetter(message.id(), "no such mailbox");
        queue.enqueue(message, NOON);
        assertThat(claimedAt(LEASE_HAS_ENDED)).isEmpty();
    }

    @Test
    void messages_are_claimed_in_the_order_in_which_they_are_due() {
        var second = message(MessageType.RECOVERY, "second");
        var first = message(MessageType.RECOVERY, "first");
        queue.enqueue(second, NOON.plusSeconds(1));
        queue.enqueue(first, NOON);
        assertThat(claimedAt(NOON.plusSeconds(1))).extracting(Delivery::message).containsExactly(first, second);
    }

    @Test
    void no_more_messages_are_claimed_than_requested() {
        acceptMessage(MessageType.RECOVERY);
        acceptMessage(MessageType.RECOVERY);
        acceptMessage(MessageType.RECOVERY);
        assertThat(queue.claim(2, LEASE, NOON)).hasSize(2);
    }

    @Test
    void of_many_concurrent_claims_one_gets_the_message() throws Exception {
        var message = acceptMessage(MessageType.RECOVERY);
        var claimed = new ArrayList<Delivery>();
        inParallel(16, _ -> claimedAt(NOON)).forEach(claimed::addAll);
        assertThat(claimed).extracting(Delivery::message).containsExactly(message);
    }

    @Test
    void a_message_is_claimed_again_when_its_lease_has_ended() {
        acceptMessage(MessageType.RECOVERY);
        claimedAt(NOON);
        assertThat(claimedAt(NOON.plus(LEASE).minusSeconds(1))).isEmpty();
        assertThat(claimedAt(LEASE_HAS_ENDED)).extracting(Delivery::attempts).containsExactly(1);
    }

    @Test
    void a_message_to_retry_is_claimed_from_the_time_of_the_next_attempt() {
        var message = acceptMessage(MessageType.RECOVERY);
        claimedAt(NOON);
        queue.retry(message.id(), NOON.plusSeconds(4), "mailbox busy");
        assertThat(claimedAt(NOON.plusSeconds(3))).isEmpty();
        assertThat(claimedAt(NOON.plusSeconds(4)))
                .extracting(Delivery::message, Delivery::attempts)
                .containsExactly(tuple(message, 1));
    }

    @Test
    void a_message_due_in_the_future_is_not_claimed() {
        queue.enqueue(message(MessageType.RECOVERY, "token"), NOON.plusSeconds(1));
        assertThat(claimedAt(NOON)).isEmpty();
    }

    @Test
    void a_message_about_a_token_is_obsolete_once_the_token_is_redeemed() {
        var token = issueToken();
        acceptMessageAbout(token);
        assertThat(obsoleteAt(NOON)).containsExactly(false);
        given.execute(token.token(), new RedeemToken(token.token(), alice, Set.of(token.kind()), token.secret(), NOON));
        assertThat(obsoleteAt(LEASE_HAS_ENDED)).containsExactly(true);
    }

    @Test
    void a_message_about_a_token_is_obsolete_once_the_token_is_withdrawn() {
        var token = issueToken();
        acceptMessageAbout(token);
        given.execute(token.token(), new WithdrawToken(token.token(), Reason.ADDRESS_CHANGED, NOON));
        assertThat(obsoleteAt(NOON)).containsExactly(true);
    }

    @Test
    void a_message_about_a_token_is_obsolete_once_the_token_is_expired() {
        var token = issueToken();
        acceptMessageAbout(token);
        given.execute(token.token(), new ExpireToken(token.token(), AFTER_MIDNIGHT));
        assertThat(obsoleteAt(NOON)).containsExactly(true);
    }

    @Test
    void a_message_about_a_token_is_obsolete_once_the_account_is_deleted() {
        acceptMessageAbout(issueToken());
        given.delete(alice);
        assertThat(obsoleteAt(NOON)).containsExactly(true);
    }

    @ParameterizedTest
    @EnumSource(names = {"MFA_CHALLENGE", "PHONE_CHALLENGE"})
    void a_message_about_a_challenge_is_obsolete_once_the_challenge_cannot_be_answered(MessageType messageType) {
        given.signUp(alice);
        var passed = acceptMessageAbout("passed", messageType);
        var withdrawn = acceptMessageAbout("withdrawn", messageType);
        var expired = acceptMessageAbout("expired", messageType);
        var open = acceptMessageAbout("open", messageType);
        given.append(
                new MfaChallengePassed(alice, passed, NOON),
                new MfaChallengeWithdrawn(alice, withdrawn, NOON),
                new MfaChallengeExpired(alice, expired, AFTER_MIDNIGHT),
                new MfaChallengeFailed(alice, open, NOON));
        assertThat(claimedAt(NOON))
                .extracting(delivery -> delivery.message().request().subject(), Delivery::obsolete)
                .containsExactlyInAnyOrder(
                        tuple("passed", true), tuple("withdrawn", true), tuple("expired", true), tuple("open", false));
        given.delete(alice);
        assertThat(obsoleteAt(LEASE_HAS_ENDED)).containsOnly(true);
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
    void an_alert_or_notice_is_never_obsolete(MessageType messageType) {
        acceptMessage(messageType);
        assertThat(obsoleteAt(NOON)).containsExactly(false);
    }

    @Test
    void closed_messages_are_purged_after_the_given_time_and_open_ones_are_not() {
        var closed = acceptMessage(MessageType.RECOVERY);
        var open = acceptMessage(MessageType.RECOVERY);
        queue.close(closed.id());
        queue.purge(Instant.now().minus(ONE_DAY));
        queue.enqueue(closed, NOON);
        assertThat(claimedAt(NOON)).extracting(Delivery::message).containsExactly(open);
        queue.purge(Instant.now().plus(ONE_DAY));
        queue.enqueue(closed, NOON);
        assertThat(claimedAt(NOON)).extracting(Delivery::message).containsExactly(closed);
    }

    private TokenIssued issueToken() {
        given.signUp(alice);
        var token = tokenIssued(alice, "token", TokenKind.RECOVERY);
        given.append(token);
        return token;
    }

    private void acceptMessageAbout(TokenIssued token) {
        queue.enqueue(message(MessageType.RECOVERY, token.token().value()), NOON);
    }

    /** @return a challenge of that name, about which a message is queued */
    private ChallengeId acceptMessageAbout(String challenge, MessageType messageType) {
        var created = challengeCreated(alice, challenge, sessionId(alice, "first"), Factor.EMAIL);
        given.append(created);
        queue.enqueue(message(messageType, challenge), NOON);
        return created.challenge();
    }

    /** @return a queued message about something that does not exist */
    private Message acceptMessage(MessageType messageType) {
        var message = message(messageType, "nothing");
        queue.enqueue(message, NOON);
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

    /** The port returns messages of all projects; these are of this test's user. */
    private List<Delivery> claimedAt(Instant now) {
        return queue.claim(1000, LEASE, now).stream()
                .filter(delivery -> delivery.message().request().account().equals(alice))
                .toList();
    }

    private List<Boolean> obsoleteAt(Instant now) {
        return claimedAt(now).stream().map(Delivery::obsolete).toList();
    }
}
