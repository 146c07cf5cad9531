package io.gatehouse.application.contact;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.account.AcceptedPasswords.accepted;
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
import io.gatehouse.application.target.PushTargetRequests;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.TokenRequests;
import io.gatehouse.application.token.TokensFromLog;
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
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class UpdateEmailTest {

    private static final EmailAddress ELSEWHERE = new EmailAddress("elsewhere@example.com");
    private static final PlainPassword WRONG = new PlainPassword("battery staple");
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final TokenRequests requests = new TokenRequests(gatehouse);

    @Test
    void the_password_allows_a_change_to_an_unverified_address() {
        gatehouse.signUp("alice");
        gatehouse.append(new EmailVerified(id("alice"), NOON));
        gatehouse.advanceClock(AN_HOUR);
        var answer = changeEmail("alice", ELSEWHERE, PASSWORD);
        assertThat(answer)
                .isEqualTo(gatehouse.view(id("alice")))
                .returns(ELSEWHERE, AccountView::email)
                .returns(false, AccountView::emailVerified)
                .returns(NOON, AccountView::passwordUpdatedAt)
                .returns(gatehouse.now(), AccountView::updatedAt);
    }

    @Test
    void the_email_target_gets_the_new_address() {
        var before = gatehouse.signUp("alice").targets().getFirst();
        gatehouse.advanceClock(AN_HOUR);
        assertThat(changeEmail("alice", ELSEWHERE, PASSWORD).targets())
                .containsExactly(new TargetView(
                        before.id(), NOON, gatehouse.now(), "", null, "email", ELSEWHERE.value(), false));
    }

    @Test
    void a_wrong_password_is_refused_and_changes_nothing() {
        gatehouse.signUp("alice");
        var before = gatehouse.events();
        assertThat(refusalOf(() -> changeEmail("alice", ELSEWHERE, WRONG))).contains(new InvalidCredentials());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void an_anonymous_user_gets_address_password_and_target_and_keeps_id_and_session() {
        var anonymous = anonymous();
        gatehouse.advanceClock(AN_HOUR);
        var answer = changeEmail(anonymous, ELSEWHERE, PASSWORD);
        assertThat(answer.id()).isEqualTo(anonymous);
        assertThat(answer.passwordUpdatedAt()).isEqualTo(gatehouse.now());
        assertThat(answer.targets()).extracting(TargetView::identifier).containsExactly(ELSEWHERE.value());
        gatehouse.signIn(ELSEWHERE, PASSWORD);
        assertThat(gatehouse.sessionsOf(anonymous)).hasSize(2);
    }

    @Test
    void a_user_without_password_gets_the_one_sent_with_the_change() {
        requests.magicUrl("alice");
        changeEmail("alice", ELSEWHERE, PASSWORD);
        gatehouse.signIn(ELSEWHERE, PASSWORD);
        assertThat(refusalOf(() -> changeEmail("alice", address("alice"), WRONG)))
                .contains(new InvalidCredentials());
    }

    @Test
    void a_first_password_is_neither_added_to_the_history_nor_checked_for_personal_data() {
        gatehouse.with(SamplePolicies.refusingPersonalData());
        var anonymous = anonymous();
        changeEmail(anonymous, ELSEWHERE, new PlainPassword("elsewhere"));
        assertThat(gatehouse.accounts().credentials(anonymous).orElseThrow().remembered())
                .isEmpty();
    }

    @Test
    void a_change_to_an_address_that_a_target_has_is_refused_even_if_it_is_the_users_own() {
        gatehouse.signUp("alice");
        gatehouse.signUp("bob");
        assertThat(refusalOf(() -> changeEmail("alice", address("bob"), PASSWORD)))
                .contains(new TargetAlreadyExists());
        assertThat(refusalOf(() -> changeEmail("alice", address("alice"), PASSWORD)))
                .contains(new TargetAlreadyExists());
    }

    @Test
    void a_taken_address_is_refused_without_hashing_the_password_of_a_user_without_one() {
        gatehouse.signUp("bob");
        gatehouse.append(new UserCreated(id("carol"), ELSEWHERE, null, null, NOON));
        var anonymous = anonymous();
        var before = gatehouse.hasher().computed();
        assertThat(refusalOf(() -> changeEmail(anonymous, address("bob"), PASSWORD)))
                .contains(new TargetAlreadyExists());
        assertThat(refusalOf(() -> changeEmail(anonymous, ELSEWHERE, PASSWORD))).contains(new AddressInUse());
        assertThat(gatehouse.hasher().computed()).isEqualTo(before);
    }

    @Test
    void an_address_of_a_user_without_a_target_is_taken() {
        gatehouse.signUp("alice");
        gatehouse.append(new UserCreated(id("bob"), ELSEWHERE, null, null, NOON));
        assertThat(refusalOf(() -> changeEmail("alice", ELSEWHERE, PASSWORD))).contains(new AddressInUse());
    }

    @Test
    void a_user_without_a_target_gets_one_by_a_change_to_the_same_address() {
        gatehouse.append(new UserCreated(id("alice"), address("alice"), null, null, NOON));
        assertThat(changeEmail("alice", address("alice"), PASSWORD).targets()).hasSize(1);
    }

    @Test
    void a_push_target_whose_token_equals_the_old_address_is_not_changed() {
        gatehouse.append(new UserCreated(id("alice"), address("alice"), null, null, NOON));
        var device = new PushTargetRequests(gatehouse)
                .register("alice", null, "phone", address("alice").value());
        assertThat(changeEmail("alice", ELSEWHERE, PASSWORD).targets())
                .contains(device)
                .extracting(TargetView::identifier)
                .containsExactlyInAnyOrder(address("alice").value(), ELSEWHERE.value());
    }

    @Test
    void a_change_to_an_address_that_is_the_token_of_a_push_target_is_refused() {
        gatehouse.signUp("alice");
        new PushTargetRequests(gatehouse).register("alice", null, "phone", ELSEWHERE.value());
        assertThat(refusalOf(() -> changeEmail("alice", ELSEWHERE, PASSWORD))).contains(new TargetAlreadyExists());
    }

    @Test
    void of_two_concurrent_changes_to_one_address_the_second_is_refused_as_if_it_came_later() {
        gatehouse.signUp("alice");
        var faster = new AtomicBoolean();
        gatehouse.signUp("bob");
        var updateEmail = new UpdateEmail(
                gatehouse.accounts(),
                gatehouse.passwordVerification(),
                new SignUpPolicy(gatehouse.accounts(), new FewDomains()),
                gatehouse.contactChanges(),
                gatehouse.securityNotices(),
                () -> {
                    if (faster.compareAndSet(false, true)) {
                        changeEmail("bob", ELSEWHERE, PASSWORD);
                    }
                    return gatehouse.now();
                });
        var command = new UpdateEmail.Command(id("alice"), ELSEWHERE, accepted(PASSWORD));
        assertThat(refusalOf(() -> updateEmail.handle(command, gatehouse.context())))
                .contains(new TargetAlreadyExists());
        assertThat(gatehouse.view(id("alice")).email()).isEqualTo(address("alice"));
    }

    @Test
    void address_rules_are_checked_after_the_password_and_before_a_taken_address() {
        gatehouse.signUp("alice");
        var disposable = new EmailAddress("alice@mailinator.com");
        gatehouse.signUp(id("bob"), disposable);
        gatehouse.with(SamplePolicies.emailRules(new EmailRules(true, false, false, false)));
        assertThat(refusalOf(() -> changeEmail("alice", disposable, WRONG))).contains(new InvalidCredentials());
        assertThat(refusalOf(() -> changeEmail("alice", disposable, PASSWORD))).contains(new EmailIsDisposable());
    }

    @Test
    void the_old_address_is_free_at_once() {
        gatehouse.signUp("alice");
        changeEmail("alice", ELSEWHERE, PASSWORD);
        assertThat(gatehouse.signUp(id("bob"), address("alice")).targets()).hasSize(1);
    }

    @Test
    void tokens_mailed_to_the_old_address_are_withdrawn_and_those_sent_by_sms_are_not() {
        requests.phoneCode("alice");
        changeEmail("alice", address("alice"), PASSWORD);
        requests.emailCode("alice");
        requests.magicUrl("alice");
        requests.recovery("alice");
        requests.emailVerification("alice");
        changeEmail("alice", ELSEWHERE, PASSWORD);
        assertThat(TokensFromLog.of(id("alice"), gatehouse.events()))
                .hasSize(1)
                .noneMatch(token -> token.terms().kind().isSentByEmail());
    }

    @Test
    void tokens_of_other_users_are_not_withdrawn() {
        gatehouse.signUp("alice");
        IssuedToken ofBob = requests.magicUrl("bob");
        changeEmail("alice", ELSEWHERE, PASSWORD);
        assertThat(TokensFromLog.of(ofBob.account(), gatehouse.events())).hasSize(1);
    }

    @Test
    void sessions_stay_open_and_no_message_is_sent() {
        gatehouse.signUp("alice");
        gatehouse.signIn("alice");
        changeEmail("alice", ELSEWHERE, PASSWORD);
        assertThat(gatehouse.sessionsOf(id("alice"))).hasSize(1);
        assertThat(gatehouse.store().all(MessageRequested.class)).isEmpty();
    }

    @Test
    void a_change_leaves_one_log_entry() {
        gatehouse.signUp("alice");
        changeEmail("alice", ELSEWHERE, PASSWORD);
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactlyInAnyOrder("user.create", "user.update");
    }

    @Test
    void targets_with_other_identifiers_are_not_changed() {
        gatehouse.signUp("alice");
        var push = new TargetId(id("alice").project(), "push");
        gatehouse.append(new TargetCreated(id("alice"), push, "push", new Identifier("device"), NOON));
        assertThat(changeEmail("alice", ELSEWHERE, PASSWORD).targets())
                .extracting(TargetView::identifier)
                .containsExactly(ELSEWHERE.value(), "device");
    }

    private AccountId anonymous() {
        var command = new SignInAnonymously.Command();
        var opened = new SignInAnonymously(
                        gatehouse.signUpPolicy(), gatehouse.store(), gatehouse.sessionOpener(), gatehouse.ids())
                .handle(command, gatehouse.context());
        return id(opened.session().userId());
    }

    private AccountView changeEmail(String user, EmailAddress to, PlainPassword password) {
        return changeEmail(id(user), to, password);
    }

    private AccountView changeEmail(AccountId user, EmailAddress to, PlainPassword password) {
        var updateEmail = new UpdateEmail(
                gatehouse.accounts(),
                gatehouse.passwordVerification(),
                gatehouse.signUpPolicy(),
                gatehouse.contactChanges(),
                gatehouse.securityNotices(),
                gatehouse.clock());
        return updateEmail.handle(new UpdateEmail.Command(user, to, accepted(password)), gatehouse.context());
    }
}
