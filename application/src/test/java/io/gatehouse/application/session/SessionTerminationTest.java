package io.gatehouse.application.session;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.SESSION_DURATION;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.housekeeping.ExpireOverdue;
import io.gatehouse.application.password.ResetPassword;
import io.gatehouse.application.password.UpdatePassword;
import io.gatehouse.application.target.Devices;
import io.gatehouse.application.token.Requests;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of {@link SessionTermination}: however a session ends, the devices registered in it go along, and no others. */
class SessionTerminationTest {

    private static final PlainPassword OTHER = new PlainPassword("battery staple");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final Devices devices = new Devices(gatehouse);
    private final ExpireOverdue expireOverdue =
            new ExpireOverdue(new InMemoryRemains(gatehouse.store()), gatehouse.store(), gatehouse.clock());

    /** Of two sessions of Alice, the first has two devices, the second and Bob's one have one, and one is free. */
    @BeforeEach
    void alice_and_bob_are_here_with_their_devices() {
        gatehouse.signUp("alice");
        gatehouse.signUp("bob");
        var first = gatehouse.signIn("alice").session().id();
        gatehouse.pass(Duration.ofSeconds(1));
        var second = gatehouse.signIn("alice").session().id();
        devices.register("alice", first, "phone", "1");
        devices.register("alice", first, "watch", "2");
        devices.register("alice", second, "tablet", "3");
        devices.register("alice", null, "free", "4");
        devices.register("bob", gatehouse.signIn("bob").session().id(), "of-bob", "5");
    }

    @Test
    void signing_out_of_one_session() {
        new SignOut(gatehouse.store(), gatehouse.clock())
                .handle(new SignOut.Command(id("alice"), session(0).id()), OCCASION);
        assertThat(devices.of("alice")).containsExactly("tablet", "free");
        assertOthersStay();
    }

    @Test
    void whoever_is_refused_takes_nothing_away() {
        var command = new SignOut.Command(id("bob"), session(0).id());
        var signOut = new SignOut(gatehouse.store(), gatehouse.clock());
        assertThat(refusalOf(() -> signOut.handle(command, OCCASION))).contains(new SessionNotFound());
        assertThat(devices.of("alice")).hasSize(4);
    }

    @Test
    void signing_out_everywhere() {
        new SignOutEverywhere(gatehouse.store(), gatehouse.clock())
                .handle(new SignOutEverywhere.Command(id("alice")), OCCASION);
        assertThat(devices.of("alice")).containsExactly("free");
        assertOthersStay();
    }

    @Test
    void making_room_for_a_newer_session() {
        gatehouse.with(SamplePolicies.atMostSessions(2));
        gatehouse.signIn("alice");
        assertThat(devices.of("alice")).containsExactly("tablet", "free");
        assertOthersStay();
    }

    @Test
    void a_sign_in_after_a_session_has_run_out() {
        gatehouse.pass(SESSION_DURATION);
        gatehouse.signIn("alice");
        assertThat(devices.of("alice")).containsExactly("tablet", "free");
        assertOthersStay();
    }

    @Test
    void clearing_away_what_has_run_out() {
        gatehouse.pass(SESSION_DURATION);
        expireOverdue.handle();
        assertThat(devices.of("alice")).containsExactly("tablet", "free");
        assertOthersStay();
        gatehouse.pass(Duration.ofSeconds(2));
        expireOverdue.handle();
        assertThat(devices.of("alice")).containsExactly("free");
        assertThat(devices.of("bob")).isEmpty();
    }

    @Test
    void a_new_password_which_ends_the_other_sessions() {
        var change = new UpdatePassword.Command(
                gatehouse.view(id("alice")), OTHER, PASSWORD, session(1).id());
        new UpdatePassword(
                        gatehouse.accounts(),
                        gatehouse.passwords(),
                        gatehouse.notices(),
                        gatehouse.store(),
                        gatehouse.clock())
                .handle(change, gatehouse.visit());
        assertThat(devices.of("alice")).containsExactly("tablet", "free");
        assertOthersStay();
    }

    @Test
    void a_recovery_which_ends_all_of_them() {
        var recover = new ResetPassword.Command(
                id("alice"), new Requests(gatehouse).recovery("alice").secret(), OTHER);
        new ResetPassword(
                        gatehouse.knownUsers(),
                        gatehouse.passwords(),
                        gatehouse.notices(),
                        gatehouse.redemption(),
                        gatehouse.clock())
                .handle(recover, gatehouse.visit());
        assertThat(devices.of("alice")).containsExactly("free");
        assertOthersStay();
    }

    @Test
    void leaving_for_good_which_takes_every_device_along() {
        gatehouse.delete(id("alice"));
        assertThat(gatehouse.store().all(TargetDeleted.class))
                .extracting(e -> e.target().value())
                .containsExactlyInAnyOrder("phone", "watch", "tablet", "free");
        assertOthersStay();
    }

    @Test
    void a_block_leaves_sessions_and_devices_where_they_are() {
        gatehouse.block(gatehouse.view(id("alice")));
        assertThat(devices.of("alice")).hasSize(4);
    }

    @Test
    void each_device_is_told_to_have_gone_once() {
        var signOutEverywhere = new SignOutEverywhere(gatehouse.store(), gatehouse.clock());
        signOutEverywhere.handle(new SignOutEverywhere.Command(id("alice")), OCCASION);
        signOutEverywhere.handle(new SignOutEverywhere.Command(id("alice")), OCCASION);
        assertThat(gatehouse.store().all(TargetDeleted.class)).hasSize(3);
    }

    private SessionView session(int index) {
        return gatehouse.sessionsOf(id("alice")).get(index);
    }

    private void assertOthersStay() {
        assertThat(devices.of("bob")).containsExactly("of-bob");
    }
}
