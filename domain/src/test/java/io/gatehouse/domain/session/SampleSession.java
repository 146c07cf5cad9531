package io.gatehouse.domain.session;

import io.gatehouse.domain.Given;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionExtended;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Events and values of a session of Alice that several tests use. */
final class SampleSession {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final Instant MIDNIGHT = NOON.plus(Duration.ofHours(12));
    static final Instant TOO_LATE = MIDNIGHT.plusNanos(1000);
    static final Instant NEXT_NOON = MIDNIGHT.plus(Duration.ofHours(12));
    static final ProjectId DEMO = new ProjectId("demo");
    static final AccountId ALICE = new AccountId(DEMO, "alice");
    static final AccountId BOB = new AccountId(DEMO, "bob");
    static final AccountId NAMESAKE = new AccountId(new ProjectId("other"), "alice");
    static final SessionId ID = new SessionId(DEMO, "session");
    static final SessionCreated UNTIL_MIDNIGHT = new SessionCreated(
            ALICE,
            ID,
            new Secret("secret").digest(),
            "email",
            new ProviderUid("alice@example.com"),
            List.of(AuthenticationFactor.PASSWORD),
            new IpAddress("192.0.2.1"),
            UserAgent.UNKNOWN,
            Client.UNKNOWN,
            "--",
            MIDNIGHT,
            NOON);
    static final SessionExtended PROLONGED = new SessionExtended(ALICE, ID, NEXT_NOON, NOON);
    static final SessionRevoked REVOKED = new SessionRevoked(ALICE, ID, NOON);

    private SampleSession() {}

    static Given<Session, SessionCommand, SessionEvent> given(SessionEvent... history) {
        return Given.of(ID, List.of(history));
    }
}
