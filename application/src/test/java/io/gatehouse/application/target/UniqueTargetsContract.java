package io.gatehouse.application.target;

import static io.gatehouse.application.Concurrency.inParallel;
import static io.gatehouse.application.ContractFixture.REQUEST;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.address;
import static io.gatehouse.application.SampleEvents.emailTargetCreated;
import static io.gatehouse.application.SampleEvents.pushTargetCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.PersistencePorts;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.inventory.RegisteredTarget;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.Refusal.TargetNotFound;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.target.TargetCommand.ChangePushTarget;
import io.gatehouse.domain.target.TargetCommand.DeletePushTarget;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.PushTargetUpdated;
import io.gatehouse.domain.target.TargetId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An event store keeps IDs and identifiers of targets unique within a project. */
public abstract class UniqueTargetsContract {

    private final EventStore store;
    private final AccountDirectory accounts;
    private final ContractFixture given;
    private final AccountId alice;
    private final AccountId bob;

    protected UniqueTargetsContract(PersistencePorts ports) {
        this.store = ports.store();
        this.accounts = ports.accounts();
        this.given = new ContractFixture(store);
        this.alice = given.alice();
        this.bob = given.bob();
    }

    @Test
    void a_taken_target_id_is_refused_to_its_owner_and_to_others_for_push_and_email_targets() {
        given.signUp(alice);
        given.signUp(bob);
        given.append(pushTargetCreated(alice, "phone", null, "token-1"));
        var before = accounts.find(alice);
        var emailTarget = emailTargetCreated(alice, address(alice)).target();
        assertThat(refusalToRegister(bob, "phone", "token-2")).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister(alice, "phone", "token-2")).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister(bob, emailTarget.value(), "token-2")).contains(new TargetAlreadyExists());
        assertThat(accounts.find(alice)).isEqualTo(before);
        assertThat(accounts.find(bob).orElseThrow().targets()).hasSize(1);
    }

    @Test
    void a_taken_identifier_is_refused_to_its_owner_and_to_others_for_push_and_email_targets() {
        given.signUp(alice);
        given.signUp(bob);
        given.append(pushTargetCreated(alice, "phone", null, "token-1"));
        assertThat(refusalToRegister(bob, "tablet", "token-1")).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister(alice, "tablet", "token-1")).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister(bob, "tablet", address(alice).value())).contains(new TargetAlreadyExists());
        assertThat(refusalToRegister(bob, "tablet", "Token-1")).isEmpty();
    }

    @Test
    void a_taken_target_id_and_identifier_are_free_in_another_project() {
        var namesake = new AccountId(given.otherProject(), alice.value());
        given.signUp(alice);
        given.signUp(namesake);
        given.append(pushTargetCreated(alice, "phone", null));
        assertThat(refusalToRegister(namesake, "phone", "phone")).isEmpty();
    }

    @Test
    void of_many_concurrent_registrations_of_one_identifier_one_succeeds() throws Exception {
        given.signUp(alice);
        var answers = inParallel(16, n -> refusalToRegister(alice, "target-" + n, "token"));
        assertThat(answers).containsOnlyOnce(Optional.empty());
        assertThat(answers)
                .filteredOn(Optional::isPresent)
                .hasSize(15)
                .containsOnly(Optional.of(new TargetAlreadyExists()));
        assertThat(store.<Integer>transact(REQUEST, streams -> streams.list(alice, RegisteredTarget.INVENTORY)
                        .size()))
                .isOne();
    }

    @Test
    void a_target_can_be_updated_to_its_own_or_a_free_identifier_but_not_to_a_taken_one() {
        given.signUp(alice);
        given.append(
                pushTargetCreated(alice, "phone", null, "token-1"),
                pushTargetCreated(alice, "tablet", null, "token-2"));
        assertThat(refusalToUpdate("phone", "token-1")).isEmpty();
        assertThat(refusalToUpdate("phone", "token-2")).contains(new TargetAlreadyExists());
        assertThat(refusalToUpdate("phone", address(alice).value())).contains(new TargetAlreadyExists());
        assertThat(refusalToUpdate("phone", "token-3")).isEmpty();
        assertThat(refusalToUpdate("tablet", "token-1")).isEmpty();
        assertThat(accounts.find(alice).orElseThrow().targets())
                .extracting(TargetView::identifier)
                .containsExactlyInAnyOrder(address(alice).value(), "token-3", "token-1");
    }

    @Test
    void id_and_identifier_of_a_deleted_target_are_free_at_once() {
        given.signUp(alice);
        given.signUp(bob);
        var phone = pushTargetCreated(alice, "phone", null);
        var delete = new DeletePushTarget(phone.target(), alice, NOON);
        given.append(phone);
        given.execute(phone.target(), delete);
        assertThat(refusalToRegister(bob, "phone", "phone")).isEmpty();
        assertThat(accounts.findTarget(alice, phone.target())).isEmpty();
        assertThat(accounts.findTarget(bob, phone.target())).isPresent();
        assertThat(refusalOf(() -> given.execute(phone.target(), delete))).contains(new TargetNotFound());
    }

    @Test
    void an_update_after_the_deletion_neither_restores_the_target_nor_takes_the_identifier() {
        given.signUp(alice);
        var phone = pushTargetCreated(alice, "phone", null);
        given.append(phone);
        given.execute(phone.target(), new DeletePushTarget(phone.target(), alice, NOON));
        given.append(new PushTargetUpdated(alice, phone.target(), "", new Identifier("token-2"), NOON));
        assertThat(accounts.findTarget(alice, phone.target())).isEmpty();
        assertThat(refusalToRegister(alice, "tablet", "token-2")).isEmpty();
    }

    private Optional<Refusal> refusalToRegister(AccountId account, String target, String identifier) {
        return refusalOf(() -> given.append(pushTargetCreated(account, target, null, identifier)));
    }

    private Optional<Refusal> refusalToUpdate(String target, String identifier) {
        var id = new TargetId(given.project(), target);
        var update = new ChangePushTarget(id, alice, "", new Identifier(identifier), NOON);
        return refusalOf(() -> given.execute(id, update));
    }
}
