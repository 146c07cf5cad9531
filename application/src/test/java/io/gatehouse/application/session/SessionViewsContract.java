package io.gatehouse.application.session;

import static io.gatehouse.application.SampleEvents.AFTER_MIDNIGHT;
import static io.gatehouse.application.SampleEvents.MIDNIGHT;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.ONE_HOUR_LATER;
import static io.gatehouse.application.SampleEvents.digest;
import static io.gatehouse.application.SampleEvents.sessionId;
import static io.gatehouse.application.SampleViews.sessionView;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.SessionCommand.AddFactors;
import io.gatehouse.domain.session.SessionCommand.EvictSession;
import io.gatehouse.domain.session.SessionCommand.ExpireSession;
import io.gatehouse.domain.session.SessionCommand.ExtendUntil;
import io.gatehouse.domain.session.SessionCommand.RecordChallengePassed;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Valid sessions are listed and found for their owner, with their factors. */
public abstract class SessionViewsContract {

    private final SessionViews sessions;
    private final SessionAuthentication authentication;
    private final ContractFixture given;
    private final AccountId alice;
    private final AccountId bob;

    protected SessionViewsContract(EventStore store, SessionViews sessions, SessionAuthentication authentication) {
        this.sessions = sessions;
        this.authentication = authentication;
        this.given = new ContractFixture(store);
        this.alice = given.alice();
        this.bob = given.bob();
    }

    @Test
    void sessions_are_listed_oldest_first() {
        given.signUp(alice);
        given.signUp(bob);
        var third = given.signIn(alice, "third", NOON.plusSeconds(2));
        var second = given.signIn(alice, "second", NOON.plusSeconds(1));
        var first = given.signIn(alice, "first", NOON);
        given.signIn(bob, "of-bob");
        assertThat(sessions.of(alice, NOON)).extracting(SessionView::id).containsExactly(first, second, third);
    }

    @Test
    void a_session_past_its_expiry_or_revoked_is_neither_listed_nor_found() {
        given.signUp(alice);
        var first = given.signIn(alice, "first");
        var second = given.signIn(alice, "second");
        given.execute(second, new RevokeSession(second, alice, NOON));
        assertThat(sessions.of(alice, MIDNIGHT)).extracting(SessionView::id).containsExactly(first);
        assertThat(sessions.of(alice, AFTER_MIDNIGHT)).isEmpty();
        assertThat(sessions.find(alice, first, MIDNIGHT)).isPresent();
        assertThat(sessions.find(alice, first, AFTER_MIDNIGHT)).isEmpty();
        assertThat(sessions.find(alice, second, NOON)).isEmpty();
    }

    @Test
    void an_evicted_or_expired_session_is_not_listed() {
        given.signUp(alice);
        var first = given.signIn(alice, "first");
        var second = given.signIn(alice, "second");
        given.execute(first, new EvictSession(first, NOON));
        given.execute(second, new ExpireSession(second, AFTER_MIDNIGHT));
        assertThat(sessions.of(alice, NOON)).isEmpty();
    }

    @Test
    void a_session_is_found_by_its_owner_only() {
        given.signUp(alice);
        given.signUp(bob);
        var session = given.signIn(alice, "first");
        assertThat(sessions.find(alice, session, NOON)).contains(sessionView(alice, "first"));
        assertThat(sessions.find(bob, session, NOON)).isEmpty();
        assertThat(sessions.find(alice, sessionId(alice, "guessed"), NOON)).isEmpty();
    }

    @Test
    void an_extended_session_is_listed_until_its_new_expiry() {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        given.execute(session, new ExtendUntil(session, alice, AFTER_MIDNIGHT, ONE_HOUR_LATER));
        assertThat(shown(session))
                .returns(AFTER_MIDNIGHT, SessionView::expiresAt)
                .returns(ONE_HOUR_LATER, SessionView::updatedAt)
                .returns(NOON, SessionView::createdAt);
        assertThat(sessions.of(alice, AFTER_MIDNIGHT)).hasSize(1);
    }

    @Test
    void added_factors_are_shown_in_their_order_in_that_session_only() {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        var other = given.signIn(alice, "other");
        given.execute(
                session,
                new AddFactors(
                        session,
                        alice,
                        List.of(AuthenticationFactor.TOTP, AuthenticationFactor.PHONE, AuthenticationFactor.EMAIL),
                        ONE_HOUR_LATER));
        assertThat(shown(session))
                .returns(
                        List.of(
                                AuthenticationFactor.PASSWORD,
                                AuthenticationFactor.TOTP,
                                AuthenticationFactor.PHONE,
                                AuthenticationFactor.EMAIL),
                        SessionView::factors)
                .returns(null, SessionView::mfaUpdatedAt)
                .returns(ONE_HOUR_LATER, SessionView::updatedAt)
                .returns(NOON, SessionView::createdAt);
        assertThat(shown(other).factors()).containsExactly(AuthenticationFactor.PASSWORD, AuthenticationFactor.TOTP);
    }

    @Test
    void a_passed_challenge_is_shown_even_if_its_factor_was_proven_before() {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        var first = ONE_HOUR_LATER;
        var second = ONE_HOUR_LATER.plusSeconds(1);
        given.execute(session, new RecordChallengePassed(session, alice, AuthenticationFactor.EMAIL, first));
        assertThat(shown(session))
                .returns(
                        List.of(AuthenticationFactor.PASSWORD, AuthenticationFactor.TOTP, AuthenticationFactor.EMAIL),
                        SessionView::factors)
                .returns(first, SessionView::mfaUpdatedAt)
                .returns(first, SessionView::updatedAt);
        given.execute(session, new RecordChallengePassed(session, alice, AuthenticationFactor.EMAIL, second));
        assertThat(shown(session))
                .returns(
                        List.of(AuthenticationFactor.PASSWORD, AuthenticationFactor.TOTP, AuthenticationFactor.EMAIL),
                        SessionView::factors)
                .returns(second, SessionView::mfaUpdatedAt)
                .returns(second, SessionView::updatedAt);
        var caller = authentication.authenticate(alice, digest("first"), NOON);
        assertThat(caller.orElseThrow().session()).isEqualTo(shown(session));
    }

    private SessionView shown(SessionId session) {
        return sessions.find(alice, session, NOON).orElseThrow();
    }
}
