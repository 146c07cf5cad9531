package io.gatehouse.application.account;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.session.ExtendSession;
import io.gatehouse.application.session.SignOut;
import io.gatehouse.application.token.TokenRequests;
import io.gatehouse.application.token.TokensFromLog;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.domain.token.TokenEvent.Reason;
import io.gatehouse.domain.token.TokenEvent.TokenWithdrawn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeleteOwnAccountTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final SignOut signOut = new SignOut(gatehouse.store(), gatehouse.clock());
    private final ExtendSession extendSession =
            new ExtendSession(gatehouse.sessions(), gatehouse.store(), gatehouse.clock());

    @BeforeEach
    void sign_up_alice() {
        gatehouse.signUp("alice");
    }

    @Test
    void a_deletion_removes_the_account_with_sessions_tokens_and_log_entries() {
        var secret = gatehouse.signIn("alice").secret();
        new TokenRequests(gatehouse).recovery("alice");
        delete();
        assertThat(gatehouse.accounts().find(id("alice"))).isEmpty();
        assertThat(gatehouse.authentication().authenticate(id("alice"), secret.digest(), NOON))
                .isEmpty();
        assertThat(gatehouse.sessionsOf(id("alice"))).isEmpty();
        assertThat(TokensFromLog.of(id("alice"), gatehouse.events())).isEmpty();
        assertThat(gatehouse.logs().count(id("alice"))).isZero();
        assertThat(refusalOf(() -> gatehouse.signIn("alice"))).contains(new InvalidCredentials());
    }

    @Test
    void a_deletion_records_the_end_of_every_session_and_token_of_the_user() {
        gatehouse.signUp("bob");
        gatehouse.signIn("bob");
        new TokenRequests(gatehouse).recovery("bob");
        var first = gatehouse.signIn("alice").session();
        var second = gatehouse.signIn("alice").session();
        var code = new TokenRequests(gatehouse).emailCode("alice");
        var recovery = new TokenRequests(gatehouse).recovery("alice");
        delete();
        assertThat(gatehouse.store().all(SessionRevoked.class))
                .containsExactly(
                        new SessionRevoked(id("alice"), first.id(), NOON),
                        new SessionRevoked(id("alice"), second.id(), NOON));
        assertThat(gatehouse.store().all(TokenWithdrawn.class))
                .containsExactly(
                        new TokenWithdrawn(id("alice"), code.id(), Reason.USER_DELETED, NOON),
                        new TokenWithdrawn(id("alice"), recovery.id(), Reason.USER_DELETED, NOON));
    }

    @Test
    void a_new_account_with_the_id_can_neither_delete_nor_extend_a_former_session() {
        var session = gatehouse.signIn("alice").session().id();
        delete();
        gatehouse.signUp("alice");
        var before = gatehouse.events();
        var revoke = new SignOut.Command(id("alice"), session);
        var prolong = new ExtendSession.Command(id("alice"), session);
        assertThat(refusalOf(() -> signOut.handle(revoke, gatehouse.context()))).contains(new SessionNotFound());
        assertThat(refusalOf(() -> extendSession.handle(prolong, gatehouse.context())))
                .contains(new SessionNotFound());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void id_and_address_are_free_at_once() {
        delete();
        assertThat(gatehouse.signUp("alice")).isEqualTo(gatehouse.view(id("alice")));
        assertThat(gatehouse.view(id("alice")).targets()).hasSize(1);
    }

    @Test
    void a_deletion_leaves_sessions_of_other_users() {
        gatehouse.signUp("bob");
        var session = gatehouse.signIn("bob").session();
        delete();
        assertThat(gatehouse.sessionsOf(id("bob"))).containsExactly(session);
    }

    @Test
    void an_account_is_deleted_once() {
        delete();
        assertThat(refusalOf(this::delete)).contains(new UserNotFound());
    }

    @Test
    void a_deletion_is_refused_if_the_user_was_blocked_after_authentication() {
        gatehouse.block(gatehouse.view(id("alice")));
        assertThat(refusalOf(this::delete)).contains(new UserIsBlocked());
    }

    private void delete() {
        gatehouse.delete(id("alice"));
    }
}
