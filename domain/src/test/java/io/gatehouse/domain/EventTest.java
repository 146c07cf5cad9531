package io.gatehouse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.account.AccountEvent.UserAccessed;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.message.MessageEvent.MessageSent;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorId;
import io.gatehouse.domain.mfa.authenticator.TotpStepEvent.TotpStepSpent;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengePassed;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesReplaced;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesId;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.domain.token.TokenEvent.TokenRedeemed;
import io.gatehouse.domain.token.TokenId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class EventTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ProjectId DEMO = new ProjectId("demo");
    private static final AccountId ALICE = new AccountId(DEMO, "alice");

    /** One event of each family. */
    static final List<Event> EVENTS = List.of(
            new UserAccessed(ALICE, NOON),
            new SessionRevoked(ALICE, new SessionId(DEMO, "session"), NOON),
            new TokenRedeemed(ALICE, new TokenId(DEMO, "token"), NOON),
            new AuthenticatorVerified(ALICE, new AuthenticatorId(DEMO, "app"), NOON),
            new TotpStepSpent(ALICE, new AuthenticatorId(DEMO, "app"), 1, NOON),
            new MfaChallengePassed(ALICE, new ChallengeId(DEMO, "challenge"), NOON),
            new RecoveryCodesReplaced(ALICE, new RecoveryCodesId(DEMO, "codes"), NOON),
            new TargetDeleted(ALICE, new TargetId(DEMO, "target"), NOON),
            new MessageSent(ALICE, "message", MessageType.MAGIC_SESSION, NOON));

    @ParameterizedTest
    @FieldSource("EVENTS")
    void an_event_concerns_one_user_of_one_project(Event event) {
        assertThat(event.userId()).isEqualTo("alice");
        assertThat(event.project()).isEqualTo(DEMO);
    }
}
