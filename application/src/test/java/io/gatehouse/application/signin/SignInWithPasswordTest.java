package io.gatehouse.application.signin;

import static io.gatehouse.application.InMemoryGatehouse.CURL;
import static io.gatehouse.application.InMemoryGatehouse.METADATA;
import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.SESSION_DURATION;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.account.AccountEvent.PasswordRehashed;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.session.AuthenticationFactor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInWithPasswordTest {

    private static final PlainPassword WRONG = new PlainPassword("battery staple");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();

    @Test
    void the_right_password_opens_a_session() {
        gatehouse.signUp("alice");
        var opened = gatehouse.signIn("alice").session();
        assertThat(opened)
                .isEqualTo(new SessionView(
                        opened.id(),
                        "alice",
                        NOON,
                        NOON,
                        NOON.plus(SESSION_DURATION),
                        "email",
                        "alice@example.com",
                        "192.0.2.1",
                        CURL,
                        "de",
                        List.of(AuthenticationFactor.PASSWORD),
                        null));
        assertThat(gatehouse.sessions().of(id("alice"), NOON)).containsExactly(opened);
    }

    @Test
    void the_secret_of_the_session_identifies_the_user() {
        gatehouse.signUp("alice");
        var opened = gatehouse.signIn("alice");
        var caller = gatehouse
                .authentication()
                .authenticate(id("alice"), opened.secret().digest(), NOON);
        assertThat(caller.orElseThrow().session()).isEqualTo(opened.session());
    }

    @Test
    void each_sign_in_opens_a_session() {
        gatehouse.signUp("alice");
        var first = gatehouse.signIn("alice");
        var second = gatehouse.signIn("alice");
        assertThat(second.session().id()).isNotEqualTo(first.session().id());
        assertThat(second.secret()).isNotEqualTo(first.secret());
        assertThat(gatehouse.sessions().of(id("alice"), NOON)).hasSize(2);
    }

    @Test
    void a_wrong_password_is_refused_and_appends_no_event() {
        gatehouse.signUp("alice");
        var before = gatehouse.events();
        assertThat(refusalToSignIn("alice", WRONG)).contains(new InvalidCredentials());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void an_unknown_address_is_refused_like_a_wrong_password_after_as_many_hashes() {
        gatehouse.signUp("alice");
        var wrongPassword = costOf(() -> refusalToSignIn("alice", WRONG));
        var unknownAddress = costOf(() -> refusalToSignIn("nobody", WRONG));
        assertThat(refusalToSignIn("nobody", PASSWORD)).contains(new InvalidCredentials());
        assertThat(unknownAddress).isEqualTo(wrongPassword).isOne();
    }

    @Test
    void an_account_without_password_is_refused_like_a_wrong_password_after_as_many_hashes() {
        var created = new UserCreated(id("alice"), address("alice"), null, null, NOON);
        gatehouse.store().transact(METADATA, streams -> {
            streams.append(created);
            return created;
        });
        assertThat(costOf(() -> refusalToSignIn("alice", PASSWORD))).isOne();
        assertThat(refusalToSignIn("alice", PASSWORD)).contains(new InvalidCredentials());
    }

    @Test
    void a_block_is_revealed_only_with_the_right_password() {
        gatehouse.block(gatehouse.signUp("alice"));
        assertThat(refusalToSignIn("alice", WRONG)).contains(new InvalidCredentials());
        assertThat(refusalToSignIn("alice", PASSWORD)).contains(new UserIsBlocked());
        assertThat(gatehouse.sessions().of(id("alice"), NOON)).isEmpty();
    }

    @Test
    void an_outdated_hash_is_replaced_once_at_the_next_sign_in() {
        gatehouse.signUp("alice");
        gatehouse.hasher().strengthen();
        gatehouse.signIn("alice");
        gatehouse.signIn("alice");
        assertThat(gatehouse.store().all(PasswordRehashed.class)).hasSize(1);
        var known = gatehouse
                .accounts()
                .findByEmail(id("alice").project(), address("alice"))
                .orElseThrow();
        assertThat(known.password())
                .isNotNull()
                .matches(hash -> !gatehouse.hasher().isOutdated(hash));
    }

    @Test
    void a_wrong_password_replaces_no_hash() {
        gatehouse.signUp("alice");
        gatehouse.hasher().strengthen();
        assertThat(costOf(() -> refusalToSignIn("alice", WRONG))).isOne();
        assertThat(gatehouse.store().all(PasswordRehashed.class)).isEmpty();
    }

    @Test
    void a_sign_in_leaves_one_log_entry_even_if_it_replaces_a_hash() {
        gatehouse.signUp("alice");
        gatehouse.hasher().strengthen();
        gatehouse.signIn("alice");
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactlyInAnyOrder("user.create", "session.create");
    }

    private Optional<Refusal> refusalToSignIn(String user, PlainPassword password) {
        return refusalOf(() -> gatehouse.signIn(address(user), password));
    }

    private int costOf(Runnable attempt) {
        var before = gatehouse.hasher().computed();
        attempt.run();
        return gatehouse.hasher().computed() - before;
    }
}
