package io.gatehouse.application.target;

import static io.gatehouse.application.InMemoryGatehouse.CURL;
import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.session.SignOut;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.Refusal.TargetNotFound;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.target.TargetId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of {@link RegisterPushTarget}, {@link RefreshPushTarget} and {@link UnregisterPushTarget}. */
class PushTargetTest {

    private static final Client PIXEL =
            new Client("AND", "Android", "16", "", "", "", "", "", "", "smartphone", "Google", "Pixel 7");
    private static final Client NO_MODEL =
            new Client("AND", "Android", "16", "", "", "", "", "", "", "smartphone", "Google", "");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final PushTargetRequests devices = new PushTargetRequests(gatehouse);

    @BeforeEach
    void sign_up_alice_and_bob() {
        gatehouse.signUp("alice");
        gatehouse.signUp("bob");
        gatehouse.using(PIXEL);
    }

    @Test
    void a_target_is_registered_with_the_device_name_of_the_user_agent() {
        var session = gatehouse.signIn("alice").session().id();
        var answer = devices.register("alice", session, "phone", "token");
        assertThat(answer)
                .isEqualTo(new TargetView("phone", NOON, NOON, "Google Pixel 7", "fcm", "push", "token", false));
        assertThat(gatehouse.view(id("alice")).targets()).hasSize(2).contains(answer);
    }

    @Test
    void unknown_parts_of_a_device_name_are_left_out() {
        gatehouse.using(NO_MODEL);
        assertThat(devices.register("alice", null, "phone", "1").name()).isEqualTo("Google");
        gatehouse.using(CURL);
        assertThat(devices.register("alice", null, "computer", "2").name()).isEmpty();
    }

    @Test
    void a_taken_id_or_identifier_is_refused_to_its_owner_and_to_others() {
        devices.register("alice", null, "phone", "token");
        assertThat(refusalToRegister("alice", "phone", "other")).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister("bob", "phone", "other")).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister("bob", "other", "token")).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister("bob", "other", address("alice").value())).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister("bob", "other", "other")).isEmpty();
    }

    @Test
    void a_registration_in_a_session_that_has_ended_is_refused() {
        var session = gatehouse.signIn("alice").session().id();
        new SignOut(gatehouse.store(), gatehouse.clock())
                .handle(new SignOut.Command(id("alice"), session), gatehouse.context());
        assertThat(refusalOf(() -> devices.register("alice", session, "phone", "token")))
                .contains(new SessionNotFound());
        assertThat(devices.of("alice")).isEmpty();
    }

    @Test
    void a_registration_is_refused_if_the_user_was_blocked_after_authentication() {
        gatehouse.block(gatehouse.view(id("alice")));
        assertThat(refusalToRegister("alice", "phone", "token")).contains(new UserIsBlocked());
    }

    @Test
    void an_update_changes_identifier_and_device_name_but_not_the_account() {
        devices.register("alice", null, "phone", "token");
        gatehouse.using(NO_MODEL);
        gatehouse.advanceClock(Duration.ofSeconds(1));
        var before = gatehouse.view(id("alice")).updatedAt();
        var answer = devices.update("alice", "phone", "newer");
        assertThat(answer)
                .isEqualTo(new TargetView("phone", NOON, gatehouse.now(), "Google", "fcm", "push", "newer", false));
        assertThat(gatehouse.view(id("alice")).targets()).contains(answer);
        assertThat(gatehouse.view(id("alice")).updatedAt()).isEqualTo(before);
    }

    @Test
    void an_update_may_keep_the_identifier_but_not_use_that_of_another_target() {
        devices.register("alice", null, "phone", "token");
        devices.register("alice", null, "tablet", "other");
        assertThat(devices.update("alice", "phone", "token").identifier()).isEqualTo("token");
        assertThat(refusalOf(() -> devices.update("alice", "phone", "other"))).contains(new TargetAlreadyExists());
        assertThat(refusalOf(
                        () -> devices.update("alice", "phone", address("bob").value())))
                .contains(new TargetAlreadyExists());
    }

    @Test
    void id_and_identifier_of_a_deleted_target_are_free() {
        devices.register("alice", null, "phone", "token");
        devices.delete("alice", "phone");
        assertThat(devices.of("alice")).isEmpty();
        assertThat(refusalOf(() -> devices.delete("alice", "phone"))).contains(new TargetNotFound());
        assertThat(refusalToRegister("bob", "phone", "token")).isEmpty();
    }

    @Test
    void unknown_targets_and_targets_of_other_users_are_refused_alike() {
        devices.register("bob", null, "phone", "token");
        var before = gatehouse.events();
        assertThat(refusalOf(() -> devices.update("alice", "phone", "new"))).contains(new TargetNotFound());
        assertThat(refusalOf(() -> devices.update("alice", "unknown", "new"))).contains(new TargetNotFound());
        assertThat(refusalOf(() -> devices.update("alice", "phone", "token"))).contains(new TargetNotFound());
        assertThat(refusalOf(() -> devices.delete("alice", "phone"))).contains(new TargetNotFound());
        assertThat(refusalOf(() -> devices.delete("alice", "unknown"))).contains(new TargetNotFound());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void an_email_target_cannot_be_updated_or_deleted() {
        var mail = gatehouse.view(id("alice")).targets().getFirst();
        assertThat(refusalOf(() -> devices.update("alice", mail.id(), "token"))).contains(new TargetNotFound());
        assertThat(refusalOf(() -> devices.delete("alice", mail.id()))).contains(new TargetNotFound());
        assertThat(gatehouse
                        .accounts()
                        .findTarget(id("alice"), new TargetId(id("alice").project(), mail.id())))
                .contains(mail);
    }

    @Test
    void a_new_account_with_the_id_has_no_targets_of_the_deleted_one() {
        devices.register("alice", null, "phone", "token");
        gatehouse.delete(id("alice"));
        gatehouse.signUp("alice");
        assertThat(refusalOf(() -> devices.update("alice", "phone", "new"))).contains(new TargetNotFound());
        assertThat(refusalOf(() -> devices.delete("alice", "phone"))).contains(new TargetNotFound());
        assertThat(refusalToRegister("bob", "phone", "token")).isEmpty();
    }

    @Test
    void each_change_leaves_one_log_entry() {
        gatehouse.advanceClock(Duration.ofSeconds(1));
        devices.register("alice", null, "phone", "token");
        gatehouse.advanceClock(Duration.ofSeconds(1));
        devices.update("alice", "phone", "newer");
        gatehouse.advanceClock(Duration.ofSeconds(1));
        devices.delete("alice", "phone");
        assertThat(gatehouse.logs().of(id("alice"), 3, 0))
                .extracting(LogEntry::event)
                .containsExactly("target.delete", "target.update", "target.create");
    }

    private Optional<Refusal> refusalToRegister(String user, String target, String token) {
        return refusalOf(() -> devices.register(user, null, target, token));
    }
}
