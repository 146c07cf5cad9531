package io.gatehouse.application.target;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.CURL;
import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
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
    private final Devices devices = new Devices(gatehouse);

    @BeforeEach
    void alice_and_bob_are_here() {
        gatehouse.signUp("alice");
        gatehouse.signUp("bob");
        gatehouse.using(PIXEL);
    }

    @Test
    void a_device_is_registered_under_the_name_it_gives_itself() {
        var session = gatehouse.signIn("alice").session().id();
        var answer = devices.register("alice", session, "phone", "token");
        assertThat(answer)
                .isEqualTo(new TargetView("phone", NOON, NOON, "Google Pixel 7", "fcm", "push", "token", false));
        assertThat(gatehouse.view(id("alice")).targets()).hasSize(2).contains(answer);
    }

    @Test
    void of_a_name_only_the_part_that_is_known_is_kept() {
        gatehouse.using(NO_MODEL);
        assertThat(devices.register("alice", null, "phone", "1").name()).isEqualTo("Google");
        gatehouse.using(CURL);
        assertThat(devices.register("alice", null, "computer", "2").name()).isEmpty();
    }

    @Test
    void a_device_that_is_known_already_is_not_registered_again_by_whom_ever() {
        devices.register("alice", null, "phone", "token");
        assertThat(refusalToRegister("alice", "phone", "other")).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister("bob", "phone", "other")).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister("bob", "other", "token")).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister("bob", "other", address("alice").value())).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister("bob", "other", "other")).isEmpty();
    }

    @Test
    void nobody_registers_a_device_in_a_session_that_has_ended() {
        var session = gatehouse.signIn("alice").session().id();
        new SignOut(gatehouse.store(), gatehouse.clock()).handle(new SignOut.Command(id("alice"), session), OCCASION);
        assertThat(refusalOf(() -> devices.register("alice", session, "phone", "token")))
                .contains(new SessionNotFound());
        assertThat(devices.of("alice")).isEmpty();
    }

    @Test
    void whoever_was_blocked_since_the_request_came_in_registers_nothing() {
        gatehouse.block(gatehouse.view(id("alice")));
        assertThat(refusalToRegister("alice", "phone", "token")).contains(new UserIsBlocked());
    }

    @Test
    void a_device_gets_a_new_token_and_the_name_it_gives_itself_now() {
        devices.register("alice", null, "phone", "token");
        gatehouse.using(NO_MODEL);
        gatehouse.pass(Duration.ofSeconds(1));
        var before = gatehouse.view(id("alice")).updatedAt();
        var answer = devices.update("alice", "phone", "newer");
        assertThat(answer)
                .isEqualTo(new TargetView("phone", NOON, gatehouse.now(), "Google", "fcm", "push", "newer", false));
        assertThat(gatehouse.view(id("alice")).targets()).contains(answer);
        assertThat(gatehouse.view(id("alice")).updatedAt()).isEqualTo(before);
    }

    @Test
    void a_token_may_stay_as_it_is_but_not_be_that_of_another_target() {
        devices.register("alice", null, "phone", "token");
        devices.register("alice", null, "tablet", "other");
        assertThat(devices.update("alice", "phone", "token").identifier()).isEqualTo("token");
        assertThat(refusalOf(() -> devices.update("alice", "phone", "other"))).contains(new TargetAlreadyExists());
        assertThat(refusalOf(
                        () -> devices.update("alice", "phone", address("bob").value())))
                .contains(new TargetAlreadyExists());
    }

    @Test
    void a_deleted_device_is_gone_and_its_id_and_token_are_free() {
        devices.register("alice", null, "phone", "token");
        devices.delete("alice", "phone");
        assertThat(devices.of("alice")).isEmpty();
        assertThat(refusalOf(() -> devices.delete("alice", "phone"))).contains(new TargetNotFound());
        assertThat(refusalToRegister("bob", "phone", "token")).isEmpty();
    }

    @Test
    void an_unknown_device_and_one_of_somebody_else_are_the_same() {
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
    void where_mail_goes_is_no_device() {
        var mail = gatehouse.view(id("alice")).targets().getFirst();
        assertThat(refusalOf(() -> devices.update("alice", mail.id(), "token"))).contains(new TargetNotFound());
        assertThat(refusalOf(() -> devices.delete("alice", mail.id()))).contains(new TargetNotFound());
        assertThat(gatehouse
                        .accounts()
                        .findTarget(id("alice"), new TargetId(id("alice").project(), mail.id())))
                .contains(mail);
    }

    @Test
    void whoever_takes_the_id_of_a_deleted_user_has_none_of_their_devices() {
        devices.register("alice", null, "phone", "token");
        gatehouse.delete(id("alice"));
        gatehouse.signUp("alice");
        assertThat(refusalOf(() -> devices.update("alice", "phone", "new"))).contains(new TargetNotFound());
        assertThat(refusalOf(() -> devices.delete("alice", "phone"))).contains(new TargetNotFound());
        assertThat(refusalToRegister("bob", "phone", "token")).isEmpty();
    }

    @Test
    void each_change_is_one_entry_in_the_security_log() {
        gatehouse.pass(Duration.ofSeconds(1));
        devices.register("alice", null, "phone", "token");
        gatehouse.pass(Duration.ofSeconds(1));
        devices.update("alice", "phone", "newer");
        gatehouse.pass(Duration.ofSeconds(1));
        devices.delete("alice", "phone");
        assertThat(gatehouse.logs().of(id("alice"), 3, 0))
                .extracting(LogEntry::event)
                .containsExactly("target.delete", "target.update", "target.create");
    }

    private Optional<Refusal> refusalToRegister(String user, String target, String token) {
        return refusalOf(() -> devices.register(user, null, target, token));
    }
}
