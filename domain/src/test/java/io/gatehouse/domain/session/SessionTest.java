package io.gatehouse.domain.session;

import io.gatehouse.domain.Given;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionCommand.EvictSession;
import io.gatehouse.domain.session.SessionCommand.ExpireSession;
import io.gatehouse.domain.session.SessionCommand.ProlongSession;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionCommand.SignOutEverywhere;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionEvicted;
import io.gatehouse.domain.session.SessionEvent.SessionExpired;
import io.gatehouse.domain.session.SessionEvent.SessionProlonged;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant MIDNIGHT = NOON.plus(Duration.ofHours(12));
    private static final Instant TOO_LATE = MIDNIGHT.plusNanos(1000);

    private static final Instant NEXT_NOON = MIDNIGHT.plus(Duration.ofHours(12));
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
    private static final SessionProlonged PROLONGED = new SessionProlonged(ALICE, ID, NEXT_NOON, NOON);
    private static final SessionEvicted EVICTED = new SessionEvicted(ALICE, ID, NOON);
    private static final SessionExpired EXPIRED = new SessionExpired(ALICE, ID, TOO_LATE);

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

    @Test
    void its_owner_prolongs_a_session_that_is_still_valid() {
        var prolong = new ProlongSession(ID, ALICE, NEXT_NOON, MIDNIGHT);
        given(UNTIL_MIDNIGHT).when(prolong).then(new SessionProlonged(ALICE, ID, NEXT_NOON, MIDNIGHT));
        given(UNTIL_MIDNIGHT)
                .when(new ProlongSession(ID, ALICE, NEXT_NOON, TOO_LATE))
                .thenRefused(new SessionNotFound());
    }

    @Test
    void nobody_prolongs_a_session_of_others_or_one_that_has_ended() {
        given(UNTIL_MIDNIGHT).when(new ProlongSession(ID, BOB, NEXT_NOON, NOON)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT, REVOKED)
                .when(new ProlongSession(ID, ALICE, NEXT_NOON, NOON))
                .thenRefused(new SessionNotFound());
        given().when(new ProlongSession(ID, ALICE, NEXT_NOON, NOON)).thenRefused(new SessionNotFound());
    }

    @Test
    void a_prolonged_session_is_valid_for_as_long_as_it_was_prolonged() {
        given(UNTIL_MIDNIGHT, PROLONGED)
                .when(new RevokeSession(ID, ALICE, TOO_LATE))
                .then(new SessionRevoked(ALICE, ID, TOO_LATE));
        given(UNTIL_MIDNIGHT, PROLONGED)
                .when(new RevokeSession(ID, ALICE, NEXT_NOON.plusNanos(1000)))
                .thenRefused(new SessionNotFound());
    }

    @Test
    void making_room_twice_happens_once() {
        given(UNTIL_MIDNIGHT).when(new EvictSession(ID, NOON)).then(EVICTED);
        given(UNTIL_MIDNIGHT, EVICTED).when(new EvictSession(ID, NOON)).thenNothingNew();
        given(UNTIL_MIDNIGHT, REVOKED).when(new EvictSession(ID, NOON)).thenNothingNew();
        given().when(new EvictSession(ID, NOON)).thenNothingNew();
    }

    @Test
    void a_session_is_cleared_away_when_it_has_run_out_and_not_before() {
        given(UNTIL_MIDNIGHT).when(new ExpireSession(ID, MIDNIGHT)).thenNothingNew();
        given(UNTIL_MIDNIGHT).when(new ExpireSession(ID, TOO_LATE)).then(EXPIRED);
        given(UNTIL_MIDNIGHT, PROLONGED).when(new ExpireSession(ID, TOO_LATE)).thenNothingNew();
        given(UNTIL_MIDNIGHT, EXPIRED).when(new ExpireSession(ID, TOO_LATE)).thenNothingNew();
        given().when(new ExpireSession(ID, TOO_LATE)).thenNothingNew();
    }

    @Test
    void what_made_room_or_was_cleared_away_is_not_there() {
        given(UNTIL_MIDNIGHT, EVICTED).when(new RevokeSession(ID, ALICE, NOON)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT, EXPIRED).when(new RevokeSession(ID, ALICE, NOON)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT, EVICTED)
                .when(new SignOutEverywhere(ID, ALICE, NOON))
                .thenNothingNew();
    }

    private static Given<Session, SessionCommand, SessionEvent> given(SessionEvent... history) {
        return Given.of(ID, List.of(history));
    }
}
