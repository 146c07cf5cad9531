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

/** What the user of a {@link Session} has proven in it. */
class FactorsOfSessionTest {

    private static final SessionFactorAdded TOTP_ADDED = added("totp");
    private static final SessionFactorAdded EMAIL_ADDED = added("email");
    private static final SessionChallengePassed CHALLENGE_PASSED = new SessionChallengePassed(ALICE, ID, NOON);

    @Test
    void what_was_proven_is_added_in_the_order_it_was_proven() {
        given(UNTIL_MIDNIGHT).when(add("totp", "email")).then(TOTP_ADDED, EMAIL_ADDED);
        given(UNTIL_MIDNIGHT).when(add("email", "totp")).then(EMAIL_ADDED, TOTP_ADDED);
    }

    @Test
    void a_factor_proven_twice_is_listed_once() {
        given(UNTIL_MIDNIGHT).when(add("totp", "totp")).then(TOTP_ADDED);
        given(UNTIL_MIDNIGHT, TOTP_ADDED).when(add("totp", "email")).then(EMAIL_ADDED);
        given(UNTIL_MIDNIGHT, TOTP_ADDED, EMAIL_ADDED)
                .when(add("email", "totp"))
                .thenNothingNew();
    }

    @Test
    void what_the_user_signed_in_with_is_proven_from_the_start() {
        given(UNTIL_MIDNIGHT).when(add("password")).thenNothingNew();
        given(UNTIL_MIDNIGHT, TOTP_ADDED).when(add("password")).thenNothingNew();
    }

    @Test
    void who_has_proven_nothing_adds_nothing() {
        given(UNTIL_MIDNIGHT).when(add()).thenNothingNew();
    }

    @Test
    void a_passed_challenge_is_noted_along_with_what_it_proved() {
        given(UNTIL_MIDNIGHT).when(note("totp")).then(TOTP_ADDED, CHALLENGE_PASSED);
    }

    @Test
    void a_challenge_passed_by_a_factor_proven_before_still_counts_as_passed() {
        given(UNTIL_MIDNIGHT).when(note("password")).then(CHALLENGE_PASSED);
        given(UNTIL_MIDNIGHT, TOTP_ADDED, CHALLENGE_PASSED).when(note("totp")).then(CHALLENGE_PASSED);
    }

    @Test
    void a_session_that_is_still_there_is_found_by_its_owner() {
        given(UNTIL_MIDNIGHT).when(require(ALICE, NOON)).thenNothingNew();
        given(UNTIL_MIDNIGHT, TOTP_ADDED, CHALLENGE_PASSED)
                .when(require(ALICE, NOON))
                .thenNothingNew();
    }

    @Test
    void to_others_a_session_is_not_there() {
        for (var other : List.of(BOB, NAMESAKE)) {
            given(UNTIL_MIDNIGHT).when(add(other, NOON)).thenRefused(new SessionNotFound());
            given(UNTIL_MIDNIGHT).when(note(other, NOON)).thenRefused(new SessionNotFound());
            given(UNTIL_MIDNIGHT).when(require(other, NOON)).thenRefused(new SessionNotFound());
            given(UNTIL_MIDNIGHT, TOTP_ADDED).when(require(other, NOON)).thenRefused(new SessionNotFound());
        }
    }

    @Test
    void an_expired_session_is_not_there_either() {
        given(UNTIL_MIDNIGHT).when(add(ALICE, MIDNIGHT)).then(new SessionFactorAdded(ALICE, ID, "totp", MIDNIGHT));
        given(UNTIL_MIDNIGHT).when(add(ALICE, TOO_LATE)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT)
                .when(note(ALICE, MIDNIGHT))
                .then(
                        new SessionFactorAdded(ALICE, ID, "totp", MIDNIGHT),
                        new SessionChallengePassed(ALICE, ID, MIDNIGHT));
        given(UNTIL_MIDNIGHT).when(note(ALICE, TOO_LATE)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT).when(require(ALICE, MIDNIGHT)).thenNothingNew();
        given(UNTIL_MIDNIGHT).when(require(ALICE, TOO_LATE)).thenRefused(new SessionNotFound());
    }

    @Test
    void nothing_is_proven_in_a_session_that_has_ended_or_never_began() {
        given(UNTIL_MIDNIGHT, REVOKED).when(add("totp")).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT, REVOKED).when(note("totp")).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT, REVOKED).when(require(ALICE, NOON)).thenRefused(new SessionNotFound());
        given().when(add("totp")).thenRefused(new SessionNotFound());
        given().when(note("totp")).thenRefused(new SessionNotFound());
        given().when(require(ALICE, NOON)).thenRefused(new SessionNotFound());
    }

    @Test
    void proving_something_does_not_bring_back_a_session_that_has_ended() {
        given(UNTIL_MIDNIGHT, REVOKED, TOTP_ADDED).when(require(ALICE, NOON)).thenRefused(new SessionNotFound());
        given(UNTIL_MIDNIGHT, REVOKED, CHALLENGE_PASSED)
                .when(require(ALICE, NOON))
                .thenRefused(new SessionNotFound());
    }

    @Test
    void what_was_proven_neither_prolongs_a_session_nor_is_forgotten_when_it_is_prolonged() {
        given(UNTIL_MIDNIGHT, TOTP_ADDED, CHALLENGE_PASSED)
                .when(new ExpireSession(ID, TOO_LATE))
                .then(new SessionExpired(ALICE, ID, TOO_LATE));
        given(UNTIL_MIDNIGHT, PROLONGED, TOTP_ADDED)
                .when(require(ALICE, NEXT_NOON))
                .thenNothingNew();
        given(UNTIL_MIDNIGHT, TOTP_ADDED, PROLONGED)
                .when(add("totp", "password"))
                .thenNothingNew();
    }

    private static SessionFactorAdded added(String factor) {
        return new SessionFactorAdded(ALICE, ID, factor, NOON);
    }

    private static AddFactors add(String... factors) {
        return new AddFactors(ID, ALICE, List.of(factors), NOON);
    }

    private static AddFactors add(AccountId by, Instant at) {
        return new AddFactors(ID, by, List.of("totp"), at);
    }

    private static RecordChallengePassed note(String factor) {
        return new RecordChallengePassed(ID, ALICE, factor, NOON);
    }

    private static RecordChallengePassed note(AccountId by, Instant at) {
        return new RecordChallengePassed(ID, by, "totp", at);
    }

    private static RequireSession require(AccountId by, Instant at) {
        return new RequireSession(ID, by, at);
    }
}
