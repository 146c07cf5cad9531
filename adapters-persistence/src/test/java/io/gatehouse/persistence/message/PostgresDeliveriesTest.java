package io.gatehouse.persistence.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.DeliveriesContract;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.message.Deliveries;
import io.gatehouse.application.message.Deliveries.Delivery;
import io.gatehouse.application.message.Message;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.Sealed;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.Recipient;
import io.gatehouse.domain.message.Template;
import io.gatehouse.domain.mfa.ChallengeId;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.MfaChallengeEvent.MfaChallengeCreated;
import io.gatehouse.domain.mfa.MfaChallengeEvent.MfaChallengeExpired;
import io.gatehouse.domain.mfa.MfaChallengeEvent.MfaChallengeFailed;
import io.gatehouse.domain.mfa.MfaChallengeEvent.MfaChallengePassed;
import io.gatehouse.domain.mfa.MfaChallengeEvent.MfaChallengeWithdrawn;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.Postgres;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(Postgres.Server.class)
class PostgresDeliveriesTest extends DeliveriesContract {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final EventStore store;
    private final Deliveries deliveries;

    PostgresDeliveriesTest(Postgres postgres) {
        this.store = postgres.node();
        this.deliveries = new PostgresDeliveries(postgres.database(), new EventCodec(), InstantSource.system());
    }

    @Override
    protected EventStore store() {
        return store;
    }

    @Override
    protected Deliveries deliveries() {
        return deliveries;
    }

    @ParameterizedTest
    @EnumSource(names = {"MFA_CHALLENGE", "PHONE_CHALLENGE"})
    void a_message_about_a_challenge_is_of_use_until_the_challenge_was_passed(Template template) {
        var challenge = challenged();
        accept(template, challenge);
        happened(new MfaChallengeFailed(alice, challenge, NOON));
        assertThat(pointlessAt(NOON)).containsExactly(false);
        happened(new MfaChallengePassed(alice, challenge, NOON));
        assertThat(pointlessAt(NOON.plus(LEASE))).containsExactly(true);
    }

    @Test
    void a_message_about_a_challenge_is_pointless_once_the_challenge_was_withdrawn() {
        assertThat(isPointlessAfter(new MfaChallengeWithdrawn(alice, challenged(), NOON)))
                .isTrue();
    }

    @Test
    void a_message_about_a_challenge_is_pointless_once_the_challenge_was_cleared_away() {
        assertThat(isPointlessAfter(new MfaChallengeExpired(alice, challenged(), TOO_LATE)))
                .isTrue();
    }

    @Test
    void a_message_about_a_challenge_is_pointless_once_the_account_was_deleted() {
        signUp(alice);
        accept(Template.MFA_CHALLENGE, challenged());
        delete(alice);
        assertThat(pointlessAt(NOON)).containsExactly(true);
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
    void what_only_tells_something_is_never_pointless(Template template) {
        accept(template, id());
        assertThat(pointlessAt(NOON)).containsExactly(false);
    }

    private boolean isPointlessAfter(Event last) {
        accept(Template.MFA_CHALLENGE, id());
        happened(last);
        return pointlessAt(NOON).getFirst();
    }

    private ChallengeId challenged() {
        var code = new Secret("123456").digest();
        var to = new Recipient(address(alice).value());
        happened(new MfaChallengeCreated(alice, id(), session(alice, "first"), Factor.EMAIL, code, to, MIDNIGHT, NOON));
        return id();
    }

    private ChallengeId id() {
        return new ChallengeId(project, "challenge");
    }

    private void accept(Template template, ChallengeId subject) {
        var to = new Recipient(address(alice).value());
        var sealed = new Sealed("sealed");
        var request =
                new MessageRequested(alice, "Demo", template, "en", to, null, subject.value(), sealed, null, NOON);
        deliveries.accept(new Message(UUID.randomUUID().toString(), "request", request), NOON);
    }

    /** Of this project; others leave messages behind as well. */
    private List<Boolean> pointlessAt(Instant now) {
        return deliveries.claim(1000, LEASE, now).stream()
                .filter(delivery -> delivery.message().request().account().equals(alice))
                .map(Delivery::pointless)
                .toList();
    }
}
