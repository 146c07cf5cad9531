package io.gatehouse.domain.session;

import static io.gatehouse.domain.session.AuthenticationFactor.EMAIL;
import static io.gatehouse.domain.session.AuthenticationFactor.PASSWORD;
import static io.gatehouse.domain.session.AuthenticationFactor.TOTP;
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

import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionCommand.AddFactors;
import io.gatehouse.domain.session.SessionCommand.ExpireSession;
import io.gatehouse.domain.session.SessionCommand.RecordChallengePassed;
import io.gatehouse.domain.session.SessionCommand.RequireSession;
import io.gatehouse.domain.session.SessionEvent.SessionChallengePassed;
import io.gatehouse.domain.session.SessionEvent.SessionExpired;
import io.gatehouse.domain.session.SessionEvent.SessionFactorAdded;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The factors that the user of a {@link Session} has proven in it. */
class SessionFactorsTest {

    private static final SessionFactorAdded TOTP_ADDED = added(TOTP);
    private static final SessionFactorAdded EMAIL_ADDED = added(EMAIL);
    private static final SessionChallengePassed CHALLENGE_PASSED = new SessionChallengePassed(ALICE, ID, NOON);

    @Test
    void factors_are_added_in_the_order_in_which_they_were_proven() {
        given(UNTIL_MIDNIGHT).when(add(TOTP, EMAIL)).then(TOTP_ADDED, EMAIL_ADDED);
        given(UNTIL_MIDNIGHT).when(add(EMAIL, TOTP)).then(EMAIL_ADDED, TOTP_ADDED);
    }

    @Test
    void a_factor_proven_twice_is_added_once() {
        given(UNTIL_MIDNIGHT).when(add(TOTP, TOTP)).then(TOTP_ADDED);
        given(UNTIL_MIDNIGHT, TOTP_ADDED).when(add(TOTP, EMAIL)).then(EMAIL_ADDED);
        given(UNTIL_MIDNIGHT, TOTP_ADDED, EMAIL_ADDED).when(add(EMAIL, TOTP)).thenNothingNew();
    }

    @Test
    void the_factor_of_the_sign_in_is_not_added_again() {
        given(UNTIL_MIDNIGHT).when(add(PASSWORD)).thenNothingNew();
        given(UNTIL_MIDNIGHT, TOTP_ADDED).when(add(PASSWORD)).thenNothingNew();
    }

    @Test
    void adding_no_factors_changes_nothing() {
        given(UNTIL_MIDNIGHT).when(add()).thenNothingNew();
    }

    @Test
    void a_passed_challenge_is_recorded_with_its_factor() {
        given(UNTIL_MIDNIGHT).when(note(TOTP)).then(TOTP_ADDED, CHALLENGE_PASSED);
    }

    @Test
    void a_challenge_passed_by_a_known_factor_is_recorded_without_adding_it() {
        given(UNTIL_MIDNIGHT).when(note(PASSWORD)).then(CHALLENGE_PASSED);
        given(UNTIL_MIDNIGHT, TOTP_ADDED, CHALLENGE_PASSED).when(note(TOTP)).then(CHALLENGE_PASSED);
    }

    @Test
    void a_valid_session_is_found_by_its_owner() {
        given(UNTIL_MIDNIGHT).when(require(ALICE, NOON)).thenNothingNew();
        given(UNTIL_MIDNIGHT, TOTP_ADDED, CHALLENGE_PASSED)
                .when(require(ALICE, NOON))
                .thenNothingNew();
    }

    @Test
    void a_session_is_not_found_by_others() {
        for (var other : List.of(BOB, NAMESAKE)) {
            given(UNTIL_MIDNIGHT).when(add(other, NOON)).thenRefused(new SessionNotFound());
            given(UNTIL_MIDNIGHT).when(note(other, NOON)).thenRefused(new SessionNotFound());
            given(UNTIL_MIDNIGHT).when(require(other, NOON)).thenRefused(new SessionNotFound());
            given(UNTIL_MIDNIGHT, TOTP_ADDED).when(require(other, NOON)).thenRefused(new SessionNotFound());
        }
    }

    @Test
    void a_session_is_found_until_it_expires() {
        given(UNTIL_MIDNIGHT)
                .when(add(ALICE, MIDNIGHT))
                .then(new SessionFactorAdded(ALICE, ID, AuthenticationFactor.TOTP, MIDNIGHT));
        given(UNTIL_MIDNIGHT).when(add(ALICE, TOO_LATE)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT)
                .when(note(ALICE, MIDNIGHT))
                .then(
                        new SessionFactorAdded(ALICE, ID, TOTP, MIDNIGHT),
                        new SessionChallengePassed(ALICE, ID, MIDNIGHT));
        given(UNTIL_MIDNIGHT).when(note(ALICE, TOO_LATE)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT).when(require(ALICE, MIDNIGHT)).thenNothingNew();
        given(UNTIL_MIDNIGHT).when(require(ALICE, TOO_LATE)).thenRefused(new SessionNotFound());
    }

    @Test
    void a_session_that_has_ended_or_is_unknown_gets_no_factors() {
        given(UNTIL_MIDNIGHT, REVOKED).when(add(TOTP)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT, REVOKED).when(note(TOTP)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT, REVOKED).when(require(ALICE, NOON)).thenRefused(new SessionNotFound());
        given().when(add(TOTP)).thenRefused(new SessionNotFound());
        given().when(note(TOTP)).thenRefused(new SessionNotFound());
        given().when(require(ALICE, NOON)).thenRefused(new SessionNotFound());
    }

    @Test
    void later_factors_do_not_restore_an_ended_session() {
        given(UNTIL_MIDNIGHT, REVOKED, TOTP_ADDED).when(require(ALICE, NOON)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT, REVOKED, CHALLENGE_PASSED)
                .when(require(ALICE, NOON))
                .thenRefused(new SessionNotFound());
    }

    @Test
    void factors_neither_extend_a_session_nor_are_lost_when_it_is_extended() {
        given(UNTIL_MIDNIGHT, TOTP_ADDED, CHALLENGE_PASSED)
                .when(new ExpireSession(ID, TOO_LATE))
                .then(new SessionExpired(ALICE, ID, TOO_LATE));
        given(UNTIL_MIDNIGHT, PROLONGED, TOTP_ADDED)
                .when(require(ALICE, NEXT_NOON))
                .thenNothingNew();
        given(UNTIL_MIDNIGHT, TOTP_ADDED, PROLONGED).when(add(TOTP, PASSWORD)).thenNothingNew();
    }

    private static SessionFactorAdded added(AuthenticationFactor factor) {
        return new SessionFactorAdded(ALICE, ID, factor, NOON);
    }

    private static AddFactors add(AuthenticationFactor... factors) {
        return new AddFactors(ID, ALICE, List.of(factors), NOON);
    }

    private static AddFactors add(AccountId by, Instant at) {
        return new AddFactors(ID, by, List.of(TOTP), at);
    }

    private static RecordChallengePassed note(AuthenticationFactor factor) {
        return new RecordChallengePassed(ID, ALICE, factor, NOON);
    }

    private static RecordChallengePassed note(AccountId by, Instant at) {
        return new RecordChallengePassed(ID, by, TOTP, at);
    }

    private static RequireSession require(AccountId by, Instant at) {
        return new RequireSession(ID, by, at);
    }
}
