package io.gatehouse.application.account;

import static io.gatehouse.application.Concurrency.inParallel;
import static io.gatehouse.application.ContractFixture.REQUEST;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.address;
import static io.gatehouse.application.SampleEvents.emailTargetCreated;
import static io.gatehouse.application.SampleEvents.userCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.PersistencePorts;
import io.gatehouse.application.log.LogViews;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.account.AccountEvent.EmailChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An event store keeps user IDs, e-mail addresses and phone numbers unique within a project. */
public abstract class UniqueAccountsContract {

    private static final EmailAddress NEW_ADDRESS = new EmailAddress("new-address@example.com");
    private static final PhoneNumber PHONE = new PhoneNumber("+4915112345678");

    private final PersistencePorts ports;
    private final EventStore store;
    private final AccountDirectory accounts;
    private final LogViews logs;
    private final ContractFixture given;
    private final AccountId alice;
    private final AccountId bob;

    protected UniqueAccountsContract(PersistencePorts ports) {
        this.ports = ports;
        this.store = ports.store();
        this.accounts = ports.accounts();
        this.logs = ports.logs();
        this.given = new ContractFixture(store);
        this.alice = given.alice();
        this.bob = given.bob();
    }

    @Test
    void a_taken_user_id_is_refused_and_nothing_changes() {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        var before = ports.accountOfCaller(alice, session);
        assertThat(refusalOf(() -> given.signUp(alice, address(bob)))).contains(new UserAlreadyExists());
        assertThat(ports.accountOfCaller(alice, session)).isEqualTo(before);
        assertThat(accounts.findByEmail(given.project(), address(bob))).isEmpty();
        assertThat(logs.count(alice)).isEqualTo(2);
    }

    @Test
    void a_taken_email_address_is_refused_and_nothing_changes() {
        given.signUp(alice);
        assertThat(refusalOf(() -> given.signUp(bob, address(alice)))).contains(new UserAlreadyExists());
        assertThat(ownerOf(address(alice))).isEqualTo(alice);
        assertThat(logs.count(bob)).isZero();
    }

    @Test
    void an_email_target_with_a_taken_address_is_refused_and_nothing_changes() {
        given.signUp(alice);
        var answer = refusalOf(() -> store.transact(REQUEST.audited(AuditAction.USER_CREATE), streams -> {
            streams.append(userCreated(bob, address(bob)));
            streams.append(emailTargetCreated(bob, address(alice)));
            return bob;
        }));
        assertThat(answer).contains(new TargetAlreadyExists());
        assertThat(accounts.findByEmail(given.project(), address(bob))).isEmpty();
    }

    @Test
    void of_many_concurrent_sign_ups_with_one_email_address_one_succeeds() throws Exception {
        var address = new EmailAddress("wanted@example.com");
        var answers = inParallel(16, n -> refusalOf(() -> given.signUp(given.user("user-" + n), address)));
        assertThat(answers).containsOnlyOnce(Optional.<Refusal>empty());
        assertThat(answers)
                .filteredOn(Optional::isPresent)
                .hasSize(15)
                .containsOnly(Optional.of(new UserAlreadyExists()));
        var winner = given.user("user-" + answers.indexOf(Optional.<Refusal>empty()));
        assertThat(ownerOf(address)).isEqualTo(winner);
    }

    @Test
    void a_taken_user_id_and_email_address_are_free_in_another_project() {
        var namesake = new AccountId(given.otherProject(), alice.value());
        given.signUp(alice);
        given.signUp(namesake);
        assertThat(ownerOf(address(alice))).isEqualTo(alice);
        assertThat(accounts.findByEmail(namesake.project(), address(alice))
                        .orElseThrow()
                        .id())
                .isEqualTo(namesake);
    }

    @Test
    void an_email_address_is_taken_until_its_user_changes_to_another() {
        given.signUp(alice);
        given.append(new EmailChanged(alice, NEW_ADDRESS, NOON));
        assertThat(refusalOf(() -> given.append(userCreated(bob, NEW_ADDRESS)))).contains(new UserAlreadyExists());
        given.append(userCreated(bob, address(alice)));
        assertThat(accounts.find(given.project(), address(alice)).orElseThrow().id())
                .isEqualTo(bob);
        assertThat(accounts.find(given.project(), NEW_ADDRESS).orElseThrow().id())
                .isEqualTo(alice);
    }

    @Test
    void a_change_to_a_taken_email_address_is_refused() {
        given.signUp(alice);
        given.signUp(bob);
        assertThat(refusalOf(() -> given.append(new EmailChanged(bob, address(alice), NOON))))
                .contains(new UserAlreadyExists());
        assertThat(accounts.find(bob).orElseThrow().email()).isEqualTo(address(bob));
    }

    @Test
    void a_phone_number_is_taken_until_its_user_changes_to_another() {
        given.signUp(alice);
        given.signUp(bob);
        given.append(new PhoneChanged(alice, PHONE, NOON));
        assertThat(refusalOf(() -> given.append(new PhoneChanged(bob, PHONE, NOON))))
                .contains(new UserAlreadyExists());
        given.append(new PhoneChanged(alice, new PhoneNumber("+33612345678"), NOON));
        given.append(new PhoneChanged(bob, PHONE, NOON));
        assertThat(accounts.find(given.project(), PHONE).orElseThrow().id()).isEqualTo(bob);
    }

    @Test
    void of_many_concurrent_changes_to_one_phone_number_one_succeeds() throws Exception {
        var users = 16;
        for (var n = 0; n < users; n++) {
            given.signUp(given.user("user-" + n));
        }
        var answers = inParallel(users, n -> {
            var change = new PhoneChanged(given.user("user-" + n), PHONE, NOON);
            return refusalOf(() -> given.append(change));
        });
        assertThat(answers).containsOnlyOnce(Optional.<Refusal>empty());
        var winner = given.user("user-" + answers.indexOf(Optional.<Refusal>empty()));
        assertThat(accounts.find(given.project(), PHONE).orElseThrow().id()).isEqualTo(winner);
    }

    @Test
    void the_address_of_an_email_target_is_taken_until_the_target_gets_another() {
        given.signUp(alice);
        given.signUp(bob);
        assertThat(refusalOf(() -> given.append(readdressed(bob, address(alice)))))
                .contains(new TargetAlreadyExists());
        given.append(readdressed(alice, NEW_ADDRESS));
        given.append(readdressed(bob, address(alice)));
        assertThat(accounts.isTarget(
                        given.project(), new Identifier(address(bob).value())))
                .isFalse();
    }

    private AccountId ownerOf(EmailAddress address) {
        return accounts.findByEmail(given.project(), address).orElseThrow().id();
    }

    private static TargetReaddressed readdressed(AccountId account, EmailAddress to) {
        var target = emailTargetCreated(account, to).target();
        return new TargetReaddressed(account, target, new Identifier(to.value()), NOON);
    }
}
