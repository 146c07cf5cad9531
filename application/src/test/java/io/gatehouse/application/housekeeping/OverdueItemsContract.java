package io.gatehouse.application.housekeeping;

import static io.gatehouse.application.SampleEvents.AFTER_MIDNIGHT;
import static io.gatehouse.application.SampleEvents.MIDNIGHT;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.challengeCreated;
import static io.gatehouse.application.SampleEvents.tokenIssued;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.housekeeping.ExpireOverdue.OverdueItems;
import io.gatehouse.application.housekeeping.ExpireOverdue.OverdueItems.OverdueSession;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeExpired;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeFailed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengePassed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeWithdrawn;
import io.gatehouse.domain.session.SessionCommand.ExpireSession;
import io.gatehouse.domain.session.SessionCommand.ExtendUntil;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.token.TokenCommand.ExpireToken;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions, tokens and challenges are overdue from their expiry time until the event that records it. */
public abstract class OverdueItemsContract {

    private final OverdueItems overdueItems;
    private final ContractFixture given;
    private final AccountId alice;

    protected OverdueItemsContract(EventStore store, OverdueItems overdueItems) {
        this.overdueItems = overdueItems;
        this.given = new ContractFixture(store);
        this.alice = given.alice();
    }

    @Test
    void sessions_and_tokens_are_overdue_from_their_expiry_time_until_their_expiry_is_recorded() {
        given.signUp(alice);
        var first = given.signIn(alice, "first");
        var extended = given.signIn(alice, "extended");
        given.execute(extended, new ExtendUntil(extended, alice, AFTER_MIDNIGHT, NOON));
        var token = tokenIssued(alice, "token", TokenKind.MAGIC_URL);
        given.append(token);
        assertThat(overdueSessions(MIDNIGHT)).isEmpty();
        assertThat(overdueTokens(MIDNIGHT)).isEmpty();
        assertThat(overdueSessions(AFTER_MIDNIGHT)).containsExactly(first);
        assertThat(overdueSessions(AFTER_MIDNIGHT.plusNanos(1000))).containsExactly(first, extended);
        assertThat(overdueTokens(AFTER_MIDNIGHT)).containsExactly(token.token());
        given.execute(first, new ExpireSession(first, AFTER_MIDNIGHT));
        given.execute(token.token(), new ExpireToken(token.token(), AFTER_MIDNIGHT));
        assertThat(overdueSessions(AFTER_MIDNIGHT)).isEmpty();
        assertThat(overdueTokens(AFTER_MIDNIGHT)).isEmpty();
    }

    @Test
    void no_more_sessions_and_tokens_are_returned_than_requested() {
        given.signUp(alice);
        given.signIn(alice, "first");
        given.signIn(alice, "second");
        given.append(tokenIssued(alice, "one", TokenKind.MAGIC_URL), tokenIssued(alice, "two", TokenKind.MAGIC_URL));
        assertThat(overdueItems.sessions(AFTER_MIDNIGHT, 1)).hasSize(1);
        assertThat(overdueItems.tokens(AFTER_MIDNIGHT, 1)).hasSize(1);
    }

    @Test
    void a_challenge_is_overdue_from_its_expiry_time_until_its_expiry_is_recorded() {
        var session = sessionOfAlice();
        var failed = createChallenge("failed", session);
        var second = createChallenge("second", session);
        given.append(new MfaChallengeFailed(alice, failed, NOON));
        assertThat(overdueChallenges(MIDNIGHT)).isEmpty();
        assertThat(overdueChallenges(AFTER_MIDNIGHT)).containsExactlyInAnyOrder(failed, second);
        assertThat(overdueItems.challenges(AFTER_MIDNIGHT, 1)).hasSize(1);
        given.append(new MfaChallengeExpired(alice, failed, AFTER_MIDNIGHT));
        assertThat(overdueChallenges(AFTER_MIDNIGHT)).containsExactly(second);
    }

    @Test
    void a_challenge_that_was_passed_or_withdrawn_is_never_overdue() {
        var session = sessionOfAlice();
        given.append(
                new MfaChallengePassed(alice, createChallenge("passed", session), NOON),
                new MfaChallengeWithdrawn(alice, createChallenge("withdrawn", session), NOON));
        assertThat(overdueChallenges(AFTER_MIDNIGHT)).isEmpty();
    }

    @Test
    void a_challenge_of_a_deleted_account_is_never_overdue() {
        createChallenge("challenge", sessionOfAlice());
        given.delete(alice);
        assertThat(overdueChallenges(AFTER_MIDNIGHT)).isEmpty();
    }

    private SessionId sessionOfAlice() {
        given.signUp(alice);
        return given.signIn(alice, "first");
    }

    private ChallengeId createChallenge(String name, SessionId session) {
        var created = challengeCreated(alice, name, session, Factor.TOTP);
        given.append(created);
        return created.challenge();
    }

    /** The port returns items of all projects; these are of this test's user. */
    private List<SessionId> overdueSessions(Instant expiredBefore) {
        return overdueItems.sessions(expiredBefore, Integer.MAX_VALUE).stream()
                .filter(old -> old.owner().equals(alice))
                .map(OverdueSession::id)
                .toList();
    }

    /** The port returns items of all projects; these are of this test's project. */
    private List<TokenId> overdueTokens(Instant expiredBefore) {
        return overdueItems.tokens(expiredBefore, Integer.MAX_VALUE).stream()
                .filter(id -> id.project().equals(given.project()))
                .toList();
    }

    /** The port returns items of all projects; these are of this test's project. */
    private List<ChallengeId> overdueChallenges(Instant expiredBefore) {
        return overdueItems.challenges(expiredBefore, Integer.MAX_VALUE).stream()
                .filter(id -> id.project().equals(given.project()))
                .toList();
    }
}
