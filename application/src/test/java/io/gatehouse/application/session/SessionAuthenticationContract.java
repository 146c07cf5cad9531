package io.gatehouse.application.session;

import static io.gatehouse.application.SampleEvents.AFTER_MIDNIGHT;
import static io.gatehouse.application.SampleEvents.MIDNIGHT;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.ONE_HOUR_LATER;
import static io.gatehouse.application.SampleEvents.digest;
import static io.gatehouse.application.SampleViews.accountView;
import static io.gatehouse.application.SampleViews.sessionView;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.session.SessionAuthentication.ClaimedSession;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionCommand.EvictSession;
import io.gatehouse.domain.session.SessionCommand.ExpireSession;
import io.gatehouse.domain.session.SessionCommand.ExtendUntil;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests are authenticated by a session of the account they claim, for as long as the session is valid. */
public abstract class SessionAuthenticationContract {

    private static final SecretDigest SECRET = digest("first");

    private final SessionAuthentication authentication;
    private final ContractFixture given;
    private final AccountId alice;
    private final AccountId bob;

    protected SessionAuthenticationContract(EventStore store, SessionAuthentication authentication) {
        this.authentication = authentication;
        this.given = new ContractFixture(store);
        this.alice = given.alice();
        this.bob = given.bob();
    }

    @Test
    void a_caller_is_authenticated_with_account_and_session() {
        given.signUp(alice);
        given.signIn(alice, "first");
        var caller = authentication.authenticate(alice, SECRET, NOON).orElseThrow();
        assertThat(caller.account()).isEqualTo(accountView(alice));
        assertThat(caller.session()).isEqualTo(sessionView(alice, "first"));
    }

    @Test
    void a_caller_is_authenticated_by_a_secret_of_the_claimed_account_only() {
        given.signUp(alice);
        given.signIn(alice, "first");
        given.signUp(bob);
        var namesake = new AccountId(given.otherProject(), alice.value());
        assertThat(authentication.authenticate(bob, SECRET, NOON)).isEmpty();
        assertThat(authentication.authenticate(namesake, SECRET, NOON)).isEmpty();
        assertThat(authentication.authenticate(alice, digest("guessed"), NOON)).isEmpty();
    }

    @Test
    void a_caller_is_authenticated_until_the_session_expires() {
        given.signUp(alice);
        given.signIn(alice, "first");
        assertThat(authentication.authenticate(alice, SECRET, MIDNIGHT)).isPresent();
        assertThat(authentication.authenticate(alice, SECRET, AFTER_MIDNIGHT)).isEmpty();
    }

    @Test
    void a_caller_is_authenticated_until_an_extended_session_expires() {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        given.execute(session, new ExtendUntil(session, alice, AFTER_MIDNIGHT, ONE_HOUR_LATER));
        assertThat(authentication.authenticate(alice, SECRET, AFTER_MIDNIGHT)).isPresent();
        assertThat(authentication.authenticate(alice, SECRET, AFTER_MIDNIGHT.plusNanos(1000)))
                .isEmpty();
    }

    @Test
    void a_caller_is_not_authenticated_by_a_revoked_session() {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        given.execute(session, new RevokeSession(session, alice, NOON));
        assertThat(authentication.authenticate(alice, SECRET, NOON)).isEmpty();
    }

    @Test
    void a_caller_is_not_authenticated_by_an_evicted_or_expired_session() {
        given.signUp(alice);
        var first = given.signIn(alice, "first");
        var second = given.signIn(alice, "second");
        given.execute(first, new EvictSession(first, NOON));
        given.execute(second, new ExpireSession(second, AFTER_MIDNIGHT));
        assertThat(authentication.authenticate(alice, SECRET, NOON)).isEmpty();
        assertThat(authentication.authenticate(alice, digest("second"), NOON)).isEmpty();
    }

    @Test
    void a_caller_is_authenticated_by_the_first_of_several_secrets_that_opens_a_session() {
        given.signUp(alice);
        given.signUp(bob);
        given.signIn(alice, "first");
        given.signIn(bob, "of bob");
        var stale = new ClaimedSession(alice, digest("stale"));
        var ofAlice = new ClaimedSession(alice, SECRET);
        var ofBob = new ClaimedSession(bob, digest("of bob"));
        assertThat(authentication.authenticate(List.of(stale, ofBob, ofAlice), NOON))
                .isEqualTo(authentication.authenticate(bob, digest("of bob"), NOON));
        assertThat(authentication.authenticate(List.of(stale, ofAlice, ofBob), NOON))
                .isEqualTo(authentication.authenticate(alice, SECRET, NOON));
    }

    @Test
    void a_caller_with_several_secrets_is_not_authenticated_unless_one_opens_a_session_of_its_account() {
        given.signUp(alice);
        given.signUp(bob);
        given.signIn(alice, "first");
        var stale = new ClaimedSession(alice, digest("stale"));
        var stolen = new ClaimedSession(bob, SECRET);
        var elsewhere = new ClaimedSession(new AccountId(given.otherProject(), alice.value()), SECRET);
        assertThat(authentication.authenticate(List.of(), NOON)).isEmpty();
        assertThat(authentication.authenticate(List.of(stale, stolen), NOON)).isEmpty();
        assertThat(authentication.authenticate(List.of(elsewhere, elsewhere), NOON))
                .isEmpty();
        var valid = new ClaimedSession(alice, SECRET);
        assertThat(authentication.authenticate(List.of(stale, valid), AFTER_MIDNIGHT))
                .isEmpty();
    }

    @Test
    void a_caller_is_authenticated_by_a_session_id_as_by_its_secret() {
        given.signUp(alice);
        given.signUp(bob);
        var first = given.signIn(alice, "first");
        given.signIn(alice, "second");
        assertThat(authentication.authenticate(alice, first, NOON))
                .isEqualTo(authentication.authenticate(alice, SECRET, NOON));
        assertThat(authentication.authenticate(alice, first, MIDNIGHT)).isPresent();
        assertThat(authentication.authenticate(alice, first, AFTER_MIDNIGHT)).isEmpty();
        assertThat(authentication.authenticate(bob, first, NOON)).isEmpty();
        given.execute(first, new RevokeSession(first, alice, NOON));
        assertThat(authentication.authenticate(alice, first, NOON)).isEmpty();
    }
}
