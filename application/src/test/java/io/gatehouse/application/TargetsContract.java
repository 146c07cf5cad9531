package io.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.inventory.RegisteredTarget;
import io.gatehouse.application.session.SessionTermination;
import io.gatehouse.application.session.SignOut;
import io.gatehouse.application.target.DeviceNames;
import io.gatehouse.application.target.RegisterPushTarget;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.Refusal.TargetNotFound;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.SessionCommand.RequireSession;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetCommand.ChangePushTarget;
import io.gatehouse.domain.target.TargetCommand.DeletePushTarget;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.PushTargetUpdated;
import io.gatehouse.domain.target.TargetId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an event store promises about the push targets that somebody has registered. */
abstract class TargetsContract extends ClaimsContract {

    @Test
    void push_targets_are_held_until_they_are_deleted() {
        signUp(alice);
        signUp(bob);
        var session = signIn(alice, "first");
        var phone = registered(alice, "phone", session);
        var tablet = registered(alice, "tablet", null);
        var watch = registered(alice, "watch", session);
        happened(phone, tablet, watch, registered(bob, "of-bob", null));
        ask(watch.target(), new DeletePushTarget(watch.target(), alice, NOON));
        assertThat(held())
                .containsExactlyInAnyOrder(
                        new RegisteredTarget(phone.target(), session), new RegisteredTarget(tablet.target(), null));
    }

    @Test
    void push_targets_are_told_without_what_the_same_work_has_decided() {
        signUp(alice);
        var held = store().transact(occasion(null), streams -> {
            streams.append(registered(alice, "phone", null));
            return streams.targetsOf(alice);
        });
        assertThat(held).isEmpty();
        assertThat(held()).hasSize(1);
    }

    @Test
    void of_two_targets_registered_at_once_one_is_seen_by_whoever_registers_the_other() throws Exception {
        signUp(alice);
        var seen = bothAtOnce(
                streams -> streams.targetsOf(alice).size(),
                (streams, _) -> streams.append(registered(alice, fresh(), null)));
        assertThat(seen).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void a_taken_target_id_is_refused_whoever_has_it_and_whatever_it_is() {
        signUp(alice);
        signUp(bob);
        happened(registered(alice, "phone", null, "token-1"));
        var before = directory().find(alice);
        assertThat(refusalToRegister(bob, "phone", "token-2")).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister(alice, "phone", "token-2")).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister(
                        bob, reachable(alice, address(alice)).target().value(), "token-2"))
                .contains(new TargetAlreadyExists());
        assertThat(directory().find(alice)).isEqualTo(before);
        assertThat(directory().find(bob).orElseThrow().targets()).hasSize(1);
    }

    @Test
    void a_taken_identifier_is_refused_whoever_has_it_and_whatever_it_is() {
        signUp(alice);
        signUp(bob);
        happened(registered(alice, "phone", null, "token-1"));
        assertThat(refusalToRegister(bob, "tablet", "token-1")).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister(alice, "tablet", "token-1")).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister(bob, "tablet", address(alice).value())).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister(bob, "tablet", "Token-1")).isEmpty();
    }

    @Test
    void in_another_project_no_target_is_taken() {
        var elsewhere = new AccountId(new ProjectId(project.value() + "-other"), alice.value());
        signUp(alice);
        signUp(elsewhere);
        happened(registered(alice, "phone", null));
        assertThat(refusalToRegister(elsewhere, "phone", "phone")).isEmpty();
    }

    @Test
    void of_many_who_register_one_device_at_once_one_does() throws Exception {
        signUp(alice);
        var answers = inParallel(16, n -> refusalToRegister(alice, "target-" + n, "token"));
        assertThat(answers).containsOnlyOnce(Optional.empty());
        assertThat(answers)
                .filteredOn(Optional::isPresent)
                .hasSize(15)
                .containsOnly(Optional.of(new TargetAlreadyExists()));
        assertThat(held()).hasSize(1);
    }

    @Test
    void a_target_may_get_the_token_it_has_or_a_new_one_but_none_that_is_taken() {
        signUp(alice);
        happened(registered(alice, "phone", null, "token-1"), registered(alice, "tablet", null, "token-2"));
        assertThat(refusalToUpdate("phone", "token-1")).isEmpty();
        assertThat(refusalToUpdate("phone", "token-2")).contains(new TargetAlreadyExists());
        assertThat(refusalToUpdate("phone", address(alice).value())).contains(new TargetAlreadyExists());
        assertThat(refusalToUpdate("phone", "token-3")).isEmpty();
        assertThat(refusalToUpdate("tablet", "token-1")).isEmpty();
        assertThat(directory().find(alice).orElseThrow().targets())
                .extracting(TargetView::identifier)
                .containsExactlyInAnyOrder(address(alice).value(), "token-3", "token-1");
    }

    @Test
    void id_and_identifier_of_a_deleted_target_are_free_at_once() {
        signUp(alice);
        signUp(bob);
        var phone = registered(alice, "phone", null);
        happened(phone);
        ask(phone.target(), new DeletePushTarget(phone.target(), alice, NOON));
        assertThat(refusalToRegister(bob, "phone", "phone")).isEmpty();
        assertThat(directory().findTarget(alice, phone.target())).isEmpty();
        assertThat(directory().findTarget(bob, phone.target())).isPresent();
        var delete = new DeletePushTarget(phone.target(), alice, NOON);
        assertThat(refusalOf(() -> ask(phone.target(), delete))).contains(new TargetNotFound());
    }

    @Test
    void an_update_brings_no_deleted_target_back_and_claims_nothing() {
        signUp(alice);
        var phone = registered(alice, "phone", null);
        happened(phone);
        ask(phone.target(), new DeletePushTarget(phone.target(), alice, NOON));
        happened(new PushTargetUpdated(alice, phone.target(), "", new Identifier("token-2"), NOON));
        assertThat(directory().findTarget(alice, phone.target())).isEmpty();
        assertThat(refusalToRegister(alice, "tablet", "token-2")).isEmpty();
    }

    @Test
    void a_target_registered_while_its_session_ends_ends_with_it() {
        signUp(alice);
        var session = signIn(alice, "first");
        var attempt = new AtomicInteger();
        store().transact(occasion(null), streams -> {
            SessionTermination.end(streams, alice, List.of(session), id -> new RevokeSession(id, alice, NOON), NOON);
            if (attempt.getAndIncrement() == 0) {
                CompletableFuture.runAsync(() -> register(alice, "phone", session))
                        .join();
            }
            return session;
        });
        assertThat(attempt).hasValue(2);
        assertThat(held()).isEmpty();
    }

    @Test
    void no_target_is_registered_in_a_session_that_ends_meanwhile() {
        signUp(alice);
        var session = signIn(alice, "first");
        var attempt = new AtomicInteger();
        var answer = refusalOf(() -> store().transact(occasion(null), streams -> {
            streams.execute(session, new RequireSession(session, alice, NOON));
            if (attempt.getAndIncrement() == 0) {
                CompletableFuture.runAsync(() -> revoke(session)).join();
            }
            streams.append(registered(alice, "phone", session));
            return session;
        }));
        assertThat(answer).contains(new SessionNotFound());
        assertThat(held()).isEmpty();
    }

    @Test
    void no_target_outlives_its_session_however_close_the_race() throws Exception {
        signUp(alice);
        var rounds = 8;
        for (var n = 0; n < rounds; n++) {
            signIn(alice, "session-" + n);
        }
        inParallel(2 * rounds, n -> {
            var session = session(alice, "session-" + n / 2);
            return refusalOf(n % 2 == 0 ? () -> revoke(session) : () -> register(alice, "target-" + n, session));
        });
        assertThat(sessions().of(alice, NOON)).isEmpty();
        assertThat(held()).isEmpty();
        assertThat(directory().find(alice).orElseThrow().targets()).hasSize(1);
    }

    @Test
    void no_target_outlives_its_account_however_close_the_race() throws Exception {
        var users = 8;
        for (var n = 0; n < users; n++) {
            signUp(new AccountId(project, "user-" + n));
        }
        inParallel(2 * users, n -> {
            var user = new AccountId(project, "user-" + n / 2);
            return refusalOf(n % 2 == 0 ? () -> delete(user) : () -> register(user, "phone-of-" + user.value(), null));
        });
        for (var n = 0; n < users; n++) {
            var user = new AccountId(project, "user-" + n);
            signUp(user);
            assertThat(directory().find(user).orElseThrow().targets()).hasSize(1);
            assertThat(refusalToRegister(user, "phone-of-" + user.value(), "token-" + n))
                    .isEmpty();
        }
    }

    private List<RegisteredTarget> held() {
        return store().transact(occasion(null), streams -> streams.targetsOf(alice));
    }

    private Optional<Refusal> refusalToRegister(AccountId who, String target, String identifier) {
        return refusalOf(() -> happened(registered(who, target, null, identifier)));
    }

    private Optional<Refusal> refusalToUpdate(String target, String identifier) {
        var id = new TargetId(project, target);
        return refusalOf(() -> ask(id, new ChangePushTarget(id, alice, "", new Identifier(identifier), NOON)));
    }

    private void register(AccountId who, String target, @Nullable SessionId session) {
        var names = new DeviceNames(_ -> Client.UNKNOWN);
        var command = new RegisterPushTarget.Command(
                who, session, new TargetId(project, target), new Identifier(target), null);
        new RegisterPushTarget(names, store(), () -> NOON).handle(command, occasion(null));
    }

    private void revoke(SessionId session) {
        var command = new SignOut.Command(alice, session);
        new SignOut(store(), () -> NOON).handle(command, occasion(null));
    }
}
