package io.gatehouse.domain.session;

import static io.gatehouse.domain.session.SampleSession.ALICE;
import static io.gatehouse.domain.session.SampleSession.BOB;
import static io.gatehouse.domain.session.SampleSession.ID;
import static io.gatehouse.domain.session.SampleSession.MIDNIGHT;
import static io.gatehouse.domain.session.SampleSession.NAMESAKE;
import static io.gatehouse.domain.session.SampleSession.NEXT_NOON;
import static io.gatehouse.domain.session.SampleSession.NOON;
import static io.gatehouse.domain.session.SampleSession.PROLONGED;
import static io.gatehouse.domain.session.SampleSession.REVOKED;
import static io.gatehouse.domain.session.SampleSession.TOO_LATE;
import static io.gatehouse.domain.session.SampleSession.UNTIL_MIDNIGHT;
import static io.gatehouse.domain.session.SampleSession.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.session.SessionCommand.EndSession;
import io.gatehouse.domain.session.SessionCommand.EvictSession;
import io.gatehouse.domain.session.SessionCommand.ExpireSession;
import io.gatehouse.domain.session.SessionCommand.ExtendUntil;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionEvent.SessionEvicted;
import io.gatehouse.domain.session.SessionEvent.SessionExpired;
import io.gatehouse.domain.session.SessionEvent.SessionExtended;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final SessionEvicted EVICTED = new SessionEvicted(ALICE, ID, NOON);
    private static final SessionExpired EXPIRED = new SessionExpired(ALICE, ID, TOO_LATE);

    @Test
    void a_session_is_revoked_by_its_owner_once() {
        given(UNTIL_MIDNIGHT).when(new RevokeSession(ID, ALICE, NOON)).then(REVOKED);
        given(UNTIL_MIDNIGHT, REVOKED).when(new RevokeSession(ID, ALICE, NOON)).thenRefused(new SessionNotFound());
    }

    @Test
    void a_session_is_not_found_by_others() {
        given(UNTIL_MIDNIGHT).when(new RevokeSession(ID, BOB, NOON)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT).when(new RevokeSession(ID, NAMESAKE, NOON)).thenRefused(new SessionNotFound());
        given().when(new RevokeSession(ID, ALICE, NOON)).thenRefused(new SessionNotFound());
    }

    @Test
    void a_session_can_be_revoked_until_it_expires() {
        given(UNTIL_MIDNIGHT)
                .when(new RevokeSession(ID, ALICE, MIDNIGHT))
                .then(new SessionRevoked(ALICE, ID, MIDNIGHT));
        given(UNTIL_MIDNIGHT).when(new RevokeSession(ID, ALICE, TOO_LATE)).thenRefused(new SessionNotFound());
    }

    @Test
    void signing_out_everywhere_ends_a_session_whether_it_expired_or_not() {
        given(UNTIL_MIDNIGHT).when(new EndSession(ID, ALICE, NOON)).then(REVOKED);
        given(UNTIL_MIDNIGHT).when(new EndSession(ID, ALICE, TOO_LATE)).then(new SessionRevoked(ALICE, ID, TOO_LATE));
    }

    @Test
    void signing_out_everywhere_ignores_ended_sessions_and_those_of_others() {
        given(UNTIL_MIDNIGHT, REVOKED).when(new EndSession(ID, ALICE, NOON)).thenNothingNew();
        given(UNTIL_MIDNIGHT).when(new EndSession(ID, BOB, NOON)).thenNothingNew();
        given().when(new EndSession(ID, ALICE, NOON)).thenNothingNew();
    }

    @Test
    void a_session_can_be_extended_by_its_owner_until_it_expires() {
        var prolong = new ExtendUntil(ID, ALICE, NEXT_NOON, MIDNIGHT);
        given(UNTIL_MIDNIGHT).when(prolong).then(new SessionExtended(ALICE, ID, NEXT_NOON, MIDNIGHT));
        given(UNTIL_MIDNIGHT)
                .when(new ExtendUntil(ID, ALICE, NEXT_NOON, TOO_LATE))
                .thenRefused(new SessionNotFound());
    }

    @Test
    void extending_a_session_of_another_user_or_an_ended_one_is_refused() {
        given(UNTIL_MIDNIGHT).when(new ExtendUntil(ID, BOB, NEXT_NOON, NOON)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT, REVOKED)
                .when(new ExtendUntil(ID, ALICE, NEXT_NOON, NOON))
                .thenRefused(new SessionNotFound());
        given().when(new ExtendUntil(ID, ALICE, NEXT_NOON, NOON)).thenRefused(new SessionNotFound());
    }

    @Test
    void an_extended_session_is_valid_until_its_new_expiry() {
        given(UNTIL_MIDNIGHT, PROLONGED)
                .when(new RevokeSession(ID, ALICE, TOO_LATE))
                .then(new SessionRevoked(ALICE, ID, TOO_LATE));
        given(UNTIL_MIDNIGHT, PROLONGED)
                .when(new RevokeSession(ID, ALICE, NEXT_NOON.plusNanos(1000)))
                .thenRefused(new SessionNotFound());
    }

    @Test
    void a_later_extension_does_not_restore_an_ended_session() {
        given(UNTIL_MIDNIGHT, REVOKED, PROLONGED)
                .when(new RevokeSession(ID, ALICE, NOON))
                .thenRefused(new SessionNotFound());
    }

    @Test
    void an_open_session_is_evicted_once() {
        given(UNTIL_MIDNIGHT).when(new EvictSession(ID, NOON)).then(EVICTED);
        given(UNTIL_MIDNIGHT, EVICTED).when(new EvictSession(ID, NOON)).thenNothingNew();
        given(UNTIL_MIDNIGHT, REVOKED).when(new EvictSession(ID, NOON)).thenNothingNew();
        given().when(new EvictSession(ID, NOON)).thenNothingNew();
    }

    @Test
    void expiry_is_recorded_after_the_expiry_time_and_not_before() {
        given(UNTIL_MIDNIGHT).when(new ExpireSession(ID, MIDNIGHT)).thenNothingNew();
        given(UNTIL_MIDNIGHT).when(new ExpireSession(ID, TOO_LATE)).then(EXPIRED);
        given(UNTIL_MIDNIGHT, PROLONGED).when(new ExpireSession(ID, TOO_LATE)).thenNothingNew();
        given(UNTIL_MIDNIGHT, EXPIRED).when(new ExpireSession(ID, TOO_LATE)).thenNothingNew();
        given().when(new ExpireSession(ID, TOO_LATE)).thenNothingNew();
    }

    @Test
    void an_evicted_or_expired_session_is_not_found() {
        given(UNTIL_MIDNIGHT, EVICTED).when(new RevokeSession(ID, ALICE, NOON)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT, EXPIRED).when(new RevokeSession(ID, ALICE, NOON)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT, EVICTED).when(new EndSession(ID, ALICE, NOON)).thenNothingNew();
    }

    @Test
    void the_stored_stream_type_is_session() {
        assertThat(ID.streamType()).isEqualTo("session");
    }
}
