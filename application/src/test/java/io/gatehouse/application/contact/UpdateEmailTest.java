package io.gatehouse.application.contact;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.account.FewDomains;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.project.EmailRules;
import io.gatehouse.application.signin.SignInAnonymously;
import io.gatehouse.application.signup.SignUpPolicy;
import io.gatehouse.application.target.Devices;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.OpenTokens;
import io.gatehouse.application.token.Requests;
import io.gatehouse.domain.Refusal.AddressInUse;
import io.gatehouse.domain.Refusal.EmailIsDisposable;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetId;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class UpdateEmailTest {

    private static final EmailAddress ELSEWHERE = new EmailAddress("elsewhere@example.com");
    private static final PlainPassword WRONG = new PlainPassword("battery staple");
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final Requests requests = new Requests(gatehouse);

    @Test
    void whoever_knows_the_password_moves_to_another_address() {
        gatehouse.signUp("alice");
        gatehouse.happened(new EmailVerified(id("alice"), NOON));
        gatehouse.pass(AN_HOUR);
        var answer = move("alice", ELSEWHERE, PASSWORD);
        assertThat(answer)
                .isEqualTo(gatehouse.view(id("alice")))
                .returns(ELSEWHERE, AccountView::email)
                .returns(false, AccountView::emailVerified)
                .returns(NOON, AccountView::passwordUpdatedAt)
                .returns(gatehouse.now(), AccountView::updatedAt);
    }

    @Test
    void the_target_moves_along() {
        var before = gatehouse.signUp("alice").targets().getFirst();
        gatehouse.pass(AN_HOUR);
        assertThat(move("alice", ELSEWHERE, PASSWORD).targets())
                .containsExactly(new TargetView(
                        before.id(), NOON, gatehouse.now(), "", null, "email", ELSEWHERE.value(), false));
    }

    @Test
    void a_wrong_password_moves_nobody() {
        gatehouse.signUp("alice");
        var before = gatehouse.events();
        assertThat(refusalOf(() -> move("alice", ELSEWHERE, WRONG))).contains(new InvalidCredentials());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void an_anonymous_user_becomes_an_ordinary_one_and_stays_who_they_were() {
        var anonymous = anonymous();
        gatehouse.pass(AN_HOUR);
        var answer = move(anonymous, ELSEWHERE, PASSWORD);
        assertThat(answer.id()).isEqualTo(anonymous);
        assertThat(answer.passwordUpdatedAt()).isEqualTo(gatehouse.now());
        assertThat(answer.targets()).extracting(TargetView::identifier).containsExactly(ELSEWHERE.value());
        gatehouse.signIn(ELSEWHERE, PASSWORD);
        assertThat(gatehouse.sessionsOf(anonymous)).hasSize(2);
    }

    @Test
    void a_user_who_signs_in_by_link_gets_the_password_typed_along() {
        requests.magicUrl("alice");
        move("alice", ELSEWHERE, PASSWORD);
        gatehouse.signIn(ELSEWHERE, PASSWORD);
        assertThat(refusalOf(() -> move("alice", address("alice"), WRONG))).contains(new InvalidCredentials());
    }

    @Test
    void the_first_password_is_neither_remembered_nor_searched_for_personal_data() {
        gatehouse.with(SamplePolicies.refusingPersonalData());
        var anonymous = anonymous();
        move(anonymous, ELSEWHERE, new PlainPassword("elsewhere"));
        assertThat(gatehouse.accounts().credentials(anonymous).orElseThrow().remembered())
                .isEmpty();
    }

    @Test
    void nobody_moves_to_where_somebody_is_reached_themselves_included() {
        gatehouse.signUp("alice");
        gatehouse.signUp("bob");
        assertThat(refusalOf(() -> move("alice", address("bob"), PASSWORD))).contains(new TargetAlreadyExists());
        assertThat(refusalOf(() -> move("alice", address("alice"), PASSWORD))).contains(new TargetAlreadyExists());
    }

    @Test
    void for_a_user_without_password_a_taken_address_costs_no_hash() {
        gatehouse.signUp("bob");
        gatehouse.happened(new UserCreated(id("carol"), ELSEWHERE, null, null, NOON));
        var anonymous = anonymous();
        var before = gatehouse.hasher().computed();
        assertThat(refusalOf(() -> move(anonymous, address("bob"), PASSWORD))).contains(new TargetAlreadyExists());
        assertThat(refusalOf(() -> move(anonymous, ELSEWHERE, PASSWORD))).contains(new AddressInUse());
        assertThat(gatehouse.hasher().computed()).isEqualTo(before);
    }

    @Test
    void an_address_where_its_user_is_not_reached_is_taken_all_the_same() {
        gatehouse.signUp("alice");
        gatehouse.happened(new UserCreated(id("bob"), ELSEWHERE, null, null, NOON));
        assertThat(refusalOf(() -> move("alice", ELSEWHERE, PASSWORD))).contains(new AddressInUse());
    }

    @Test
    void a_user_without_a_target_may_claim_their_address_again() {
        gatehouse.happened(new UserCreated(id("alice"), address("alice"), null, null, NOON));
        assertThat(move("alice", address("alice"), PASSWORD).targets()).hasSize(1);
    }

    @Test
    void a_device_that_happens_to_be_called_by_the_old_address_stays_what_it_is() {
        gatehouse.happened(new UserCreated(id("alice"), address("alice"), null, null, NOON));
        var device = new Devices(gatehouse)
                .register("alice", null, "phone", address("alice").value());
        assertThat(move("alice", ELSEWHERE, PASSWORD).targets())
                .contains(device)
                .extracting(TargetView::identifier)
                .containsExactlyInAnyOrder(address("alice").value(), ELSEWHERE.value());
    }

    @Test
    void nobody_moves_to_where_a_device_is() {
        gatehouse.signUp("alice");
        new Devices(gatehouse).register("alice", null, "phone", ELSEWHERE.value());
        assertThat(refusalOf(() -> move("alice", ELSEWHERE, PASSWORD))).contains(new TargetAlreadyExists());
    }

    @Test
    void whoever_loses_the_race_for_an_address_is_told_what_they_would_be_told_now() {
        gatehouse.signUp("alice");
        var faster = new AtomicBoolean();
        gatehouse.signUp("bob");
        var updateEmail = new UpdateEmail(
                gatehouse.accounts(),
                gatehouse.passwords(),
                new SignUpPolicy(gatehouse.accounts(), new FewDomains()),
                gatehouse.relocation(),
                gatehouse.notices(),
                () -> {
                    if (faster.compareAndSet(false, true)) {
                        move("bob", ELSEWHERE, PASSWORD);
                    }
                    return gatehouse.now();
                });
        var command = new UpdateEmail.Command(id("alice"), ELSEWHERE, PASSWORD);
        assertThat(refusalOf(() -> updateEmail.handle(command, gatehouse.visit())))
                .contains(new TargetAlreadyExists());
        assertThat(gatehouse.view(id("alice")).email()).isEqualTo(address("alice"));
    }

    @Test
    void rules_for_addresses_are_told_after_a_wrong_password_and_before_a_taken_address() {
        gatehouse.signUp("alice");
        var disposable = new EmailAddress("alice@mailinator.com");
        gatehouse.signUp(id("bob"), disposable);
        gatehouse.with(SamplePolicies.emails(new EmailRules(true, false, false, false)));
        assertThat(refusalOf(() -> move("alice", disposable, WRONG))).contains(new InvalidCredentials());
        assertThat(refusalOf(() -> move("alice", disposable, PASSWORD))).contains(new EmailIsDisposable());
    }

    @Test
    void the_old_address_is_free_at_once() {
        gatehouse.signUp("alice");
        move("alice", ELSEWHERE, PASSWORD);
        assertThat(gatehouse.signUp(id("bob"), address("alice")).targets()).hasSize(1);
    }

    @Test
    void what_was_sent_to_the_old_address_is_of_no_use_any_more_and_what_went_to_the_phone_is() {
        requests.phoneCode("alice");
        move("alice", address("alice"), PASSWORD);
        requests.emailCode("alice");
        requests.magicUrl("alice");
        requests.recovery("alice");
        requests.emailVerification("alice");
        move("alice", ELSEWHERE, PASSWORD);
        assertThat(OpenTokens.of(id("alice"), gatehouse.events())).hasSize(1).noneMatch(token -> token.kind()
                .isSentByEmail());
    }

    @Test
    void what_was_sent_to_others_stays_good() {
        gatehouse.signUp("alice");
        IssuedToken ofBob = requests.magicUrl("bob");
        move("alice", ELSEWHERE, PASSWORD);
        assertThat(OpenTokens.of(ofBob.account(), gatehouse.events())).hasSize(1);
    }

    @Test
    void sessions_stay_and_no_mail_is_sent() {
        gatehouse.signUp("alice");
        gatehouse.signIn("alice");
        move("alice", ELSEWHERE, PASSWORD);
        assertThat(gatehouse.sessionsOf(id("alice"))).hasSize(1);
        assertThat(gatehouse.store().all(MessageRequested.class)).isEmpty();
    }

    @Test
    void a_move_is_one_entry_in_the_security_log() {
        gatehouse.signUp("alice");
        move("alice", ELSEWHERE, PASSWORD);
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactlyInAnyOrder("user.create", "user.update");
    }

    @Test
    void a_target_that_leads_elsewhere_by_itself_is_left_alone() {
        gatehouse.signUp("alice");
        var push = new TargetId(id("alice").project(), "push");
        gatehouse.happened(new TargetCreated(id("alice"), push, "push", new Identifier("device"), NOON));
        assertThat(move("alice", ELSEWHERE, PASSWORD).targets())
                .extracting(TargetView::identifier)
                .containsExactly(ELSEWHERE.value(), "device");
    }

    private AccountId anonymous() {
        var command = new SignInAnonymously.Command(gatehouse.project(), Locale.ENGLISH);
        var opened = new SignInAnonymously(
                        gatehouse.admission(), gatehouse.store(), gatehouse.signIns(), gatehouse.ids())
                .handle(command, OCCASION);
        return id(opened.session().userId());
    }

    private AccountView move(String user, EmailAddress to, PlainPassword password) {
        return move(id(user), to, password);
    }

    private AccountView move(AccountId user, EmailAddress to, PlainPassword password) {
        var updateEmail = new UpdateEmail(
                gatehouse.accounts(),
                gatehouse.passwords(),
                gatehouse.admission(),
                gatehouse.relocation(),
                gatehouse.notices(),
                gatehouse.clock());
        return updateEmail.handle(new UpdateEmail.Command(user, to, password), gatehouse.visit());
    }
}
