package io.gatehouse.application.session;

import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.SESSION_DURATION;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.account.AcceptedPasswords.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.housekeeping.ExpireOverdue;
import io.gatehouse.application.password.ResetPassword;
import io.gatehouse.application.password.UpdatePassword;
import io.gatehouse.application.target.PushTargetRequests;
import io.gatehouse.application.token.TokenRequests;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of {@link SessionTermination}: when a session ends, exactly the push targets registered in it are deleted. */
class SessionTerminationTest {

    private static final PlainPassword OTHER = new PlainPassword("battery staple");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final PushTargetRequests devices = new PushTargetRequests(gatehouse);
    private final ExpireOverdue expireOverdue =
            new ExpireOverdue(new InMemoryOverdueItems(gatehouse.store()), gatehouse.store(), gatehouse.clock());

    /** Alice's first session has two targets, her second and Bob's session one each; one target has no session. */
    @BeforeEach
    void sign_in_alice_and_bob_and_register_push_targets() {
        gatehouse.signUp("alice");
        gatehouse.signUp("bob");
        var first = gatehouse.signIn("alice").session().id();
        gatehouse.advanceClock(Duration.ofSeconds(1));
        var second = gatehouse.signIn("alice").session().id();
        devices.register("alice", first, "phone", "1");
        devices.register("alice", first, "watch", "2");
        devices.register("alice", second, "tablet", "3");
        devices.register("alice", null, "free", "4");
        devices.register("bob", gatehouse.signIn("bob").session().id(), "of-bob", "5");
    }

    @Test
    void signing_out_deletes_the_push_targets_of_the_session() {
        new SignOut(gatehouse.store(), gatehouse.clock())
                .handle(new SignOut.Command(id("alice"), session(0).id()), gatehouse.context());
        assertThat(devices.of("alice")).containsExactly("tablet", "free");
        assertOthersStay();
    }

    @Test
    void a_refused_sign_out_deletes_no_push_target() {
        var command = new SignOut.Command(id("bob"), session(0).id());
        var signOut = new SignOut(gatehouse.store(), gatehouse.clock());
        assertThat(refusalOf(() -> signOut.handle(command, gatehouse.context())))
                .contains(new SessionNotFound());
        assertThat(devices.of("alice")).hasSize(4);
    }

    @Test
    void signing_out_everywhere_deletes_the_push_targets_of_all_sessions() {
        new SignOutEverywhere(gatehouse.store(), gatehouse.clock())
                .handle(new SignOutEverywhere.Command(id("alice")), gatehouse.context());
        assertThat(devices.of("alice")).containsExactly("free");
        assertOthersStay();
    }

    @Test
    void the_eviction_of_a_session_deletes_its_push_targets() {
        gatehouse.with(SamplePolicies.sessionLimit(2));
        gatehouse.signIn("alice");
        assertThat(devices.of("alice")).containsExactly("tablet", "free");
        assertOthersStay();
    }

    @Test
    void a_sign_in_that_finds_an_expired_session_deletes_its_push_targets() {
        gatehouse.advanceClock(SESSION_DURATION);
        gatehouse.signIn("alice");
        assertThat(devices.of("alice")).containsExactly("tablet", "free");
        assertOthersStay();
    }

    @Test
    void recorded_expiry_of_a_session_deletes_its_push_targets() {
        gatehouse.advanceClock(SESSION_DURATION);
        expireOverdue.handle();
        assertThat(devices.of("alice")).containsExactly("tablet", "free");
        assertOthersStay();
        gatehouse.advanceClock(Duration.ofSeconds(2));
        expireOverdue.handle();
        assertThat(devices.of("alice")).containsExactly("free");
        assertThat(devices.of("bob")).isEmpty();
    }

    @Test
    void a_new_password_deletes_the_push_targets_of_the_sessions_it_ends() {
        var change = new UpdatePassword.Command(
                gatehouse.view(id("alice")),
                accepted(OTHER),
                PASSWORD,
                session(1).id());
        new UpdatePassword(
                        gatehouse.accounts(),
                        gatehouse.passwordVerification(),
                        gatehouse.securityNotices(),
                        gatehouse.store(),
                        gatehouse.clock())
                .handle(change, gatehouse.context());
        assertThat(devices.of("alice")).containsExactly("tablet", "free");
        assertOthersStay();
    }

    @Test
    void a_password_recovery_deletes_the_push_targets_of_the_sessions_it_ends() {
        var recover = new ResetPassword.Command(
                id("alice"), new TokenRequests(gatehouse).recovery("alice").secret(), accepted(OTHER));
        new ResetPassword(
                        gatehouse.accountLookup(),
                        gatehouse.passwordVerification(),
                        gatehouse.securityNotices(),
                        gatehouse.tokenRedemption(),
                        gatehouse.clock())
                .handle(recover, gatehouse.context());
        assertThat(devices.of("alice")).containsExactly("free");
        assertOthersStay();
    }

    @Test
    void the_deletion_of_an_account_deletes_all_its_push_targets() {
        gatehouse.delete(id("alice"));
        assertThat(gatehouse.store().all(TargetDeleted.class))
                .extracting(e -> e.target().value())
                .containsExactlyInAnyOrder("phone", "watch", "tablet", "free");
        assertOthersStay();
    }

    @Test
    void a_block_deletes_no_push_target() {
        gatehouse.block(gatehouse.view(id("alice")));
        assertThat(devices.of("alice")).hasSize(4);
    }

    @Test
    void the_deletion_of_a_push_target_is_recorded_once() {
        var signOutEverywhere = new SignOutEverywhere(gatehouse.store(), gatehouse.clock());
        signOutEverywhere.handle(new SignOutEverywhere.Command(id("alice")), gatehouse.context());
        signOutEverywhere.handle(new SignOutEverywhere.Command(id("alice")), gatehouse.context());
        assertThat(gatehouse.store().all(TargetDeleted.class)).hasSize(3);
    }

    private SessionView session(int index) {
        return gatehouse.sessionsOf(id("alice")).get(index);
    }

    private void assertOthersStay() {
        assertThat(devices.of("bob")).containsExactly("of-bob");
    }
}
