package io.gatehouse.domain.session;

import io.gatehouse.domain.Given;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionCommand.SignOutEverywhere;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant MIDNIGHT = NOON.plus(Duration.ofHours(12));
    private static final Instant TOO_LATE = MIDNIGHT.plusNanos(1000);

    private static final ProjectId DEMO = new ProjectId("demo");
    private static final AccountId ALICE = new AccountId(DEMO, "alice");
    private static final AccountId BOB = new AccountId(DEMO, "bob");
    private static final AccountId NAMESAKE = new AccountId(new ProjectId("other"), "alice");
    private static final SessionId ID = new SessionId(DEMO, "session");

    private static final SessionCreated UNTIL_MIDNIGHT = new SessionCreated(
            ALICE,
            ID,
            new Secret("secret").digest(),
            "email",
            new ProviderUid("alice@example.com"),
            List.of("password"),
            new IpAddress("192.0.2.1"),
            UserAgent.UNKNOWN,
            Client.UNKNOWN,
            "--",
            MIDNIGHT,
            NOON);
    private static final SessionRevoked REVOKED = new SessionRevoked(ALICE, ID, NOON);

    @Test
    void its_owner_revokes_a_session_once() {
        given(UNTIL_MIDNIGHT).when(new RevokeSession(ID, ALICE, NOON)).then(REVOKED);
        given(UNTIL_MIDNIGHT, REVOKED).when(new RevokeSession(ID, ALICE, NOON)).thenRefused(new SessionNotFound());
    }

    @Test
    void to_others_a_session_is_not_there() {
        given(UNTIL_MIDNIGHT).when(new RevokeSession(ID, BOB, NOON)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT).when(new RevokeSession(ID, NAMESAKE, NOON)).thenRefused(new SessionNotFound());
        given().when(new RevokeSession(ID, ALICE, NOON)).thenRefused(new SessionNotFound());
    }

    @Test
    void an_expired_session_is_not_there_either() {
        given(UNTIL_MIDNIGHT)
                .when(new RevokeSession(ID, ALICE, MIDNIGHT))
                .then(new SessionRevoked(ALICE, ID, MIDNIGHT));
        given(UNTIL_MIDNIGHT).when(new RevokeSession(ID, ALICE, TOO_LATE)).thenRefused(new SessionNotFound());
    }

    @Test
    void signing_out_everywhere_ends_a_session_whether_it_expired_or_not() {
        given(UNTIL_MIDNIGHT).when(new SignOutEverywhere(ID, ALICE, NOON)).then(REVOKED);
        given(UNTIL_MIDNIGHT)
                .when(new SignOutEverywhere(ID, ALICE, TOO_LATE))
                .then(new SessionRevoked(ALICE, ID, TOO_LATE));
    }

    @Test
    void signing_out_everywhere_minds_no_session_that_has_ended_and_none_of_others() {
        given(UNTIL_MIDNIGHT, REVOKED)
                .when(new SignOutEverywhere(ID, ALICE, NOON))
                .thenNothingNew();
        given(UNTIL_MIDNIGHT).when(new SignOutEverywhere(ID, BOB, NOON)).thenNothingNew();
        given().when(new SignOutEverywhere(ID, ALICE, NOON)).thenNothingNew();
    }

    private static Given<Session, SessionCommand, SessionEvent> given(SessionEvent... history) {
        return Given.of(ID, List.of(history));
    }
}
