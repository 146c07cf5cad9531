package io.gatehouse.application.contact;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.account.AcceptedPasswords.accepted;
import static io.gatehouse.application.token.TokenRequests.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.account.PhoneInput;
import io.gatehouse.application.account.StoredPhoneNumbers;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.token.TokenRequests;
import io.gatehouse.application.token.TokensFromLog;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.PhoneAlreadyExists;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneVerified;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.token.TokenKind;
import org.junit.jupiter.api.Test;

class UpdatePhoneTest {

    private static final PhoneNumber OTHER = new PhoneNumber("+33612345678");
    private static final PlainPassword WRONG = new PlainPassword("battery staple");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final TokenRequests requests = new TokenRequests(gatehouse);

    @Test
    void the_password_allows_a_change_which_creates_an_sms_target() {
        gatehouse.signUp("alice");
        var answer = renumber("alice", PHONE, PASSWORD);
        assertThat(answer).isEqualTo(gatehouse.view(id("alice"))).returns(PHONE, AccountView::phone);
        assertThat(answer.targets())
                .extracting(TargetView::providerType, TargetView::identifier)
                .containsExactly(tuple("email", "alice@example.com"), tuple("sms", PHONE.value()));
    }

    @Test
    void a_new_number_is_unverified_and_the_sms_target_gets_it() {
        gatehouse.signUp("alice");
        var before = renumber("alice", PHONE, PASSWORD).targets().getLast();
        gatehouse.append(new PhoneVerified(id("alice"), NOON));
        var answer = renumber("alice", OTHER, PASSWORD);
        assertThat(answer.phoneVerified()).isFalse();
        assertThat(answer.targets().getLast())
                .returns(before.id(), TargetView::id)
                .returns(OTHER.value(), TargetView::identifier);
    }

    @Test
    void a_wrong_password_is_refused_and_changes_nothing() {
        gatehouse.signUp("alice");
        var before = gatehouse.events();
        assertThat(refusalOf(() -> renumber("alice", PHONE, WRONG))).contains(new InvalidCredentials());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void a_user_without_password_gets_the_one_sent_with_the_change() {
        requests.magicUrl("alice");
        renumber("alice", PHONE, PASSWORD);
        gatehouse.signIn(address("alice"), PASSWORD);
        assertThat(gatehouse.sessionsOf(id("alice"))).hasSize(1);
    }

    @Test
    void a_change_to_a_number_that_a_target_has_is_refused_even_if_it_is_the_users_own() {
        gatehouse.signUp("alice");
        gatehouse.signUp("bob");
        renumber("alice", PHONE, PASSWORD);
        assertThat(refusalOf(() -> renumber("bob", PHONE, PASSWORD))).contains(new TargetAlreadyExists());
        assertThat(refusalOf(() -> renumber("alice", PHONE, PASSWORD))).contains(new TargetAlreadyExists());
    }

    @Test
    void a_taken_number_is_refused_without_hashing_the_password_of_a_user_without_one() {
        requests.magicUrl("alice");
        requests.phoneCode("bob");
        gatehouse.append(new UserCreated(id("carol"), null, null, null, NOON));
        gatehouse.append(new PhoneChanged(id("carol"), OTHER, NOON));
        assertThat(refusalOf(() -> renumber("alice", PHONE, PASSWORD))).contains(new TargetAlreadyExists());
        assertThat(refusalOf(() -> renumber("alice", OTHER, PASSWORD))).contains(new PhoneAlreadyExists());
        assertThat(gatehouse.hasher().computed()).isZero();
    }

    @Test
    void a_number_of_a_user_without_a_target_is_taken() {
        gatehouse.signUp("alice");
        gatehouse.signUp("bob");
        gatehouse.append(new PhoneChanged(id("bob"), PHONE, NOON));
        assertThat(refusalOf(() -> renumber("alice", PHONE, PASSWORD))).contains(new PhoneAlreadyExists());
    }

    @Test
    void tokens_sent_to_the_old_number_are_withdrawn_and_mailed_ones_are_not() {
        gatehouse.signUp("alice");
        renumber("alice", PHONE, PASSWORD);
        requests.phoneCode("alice");
        requests.phoneVerification("alice");
        requests.magicUrl("alice");
        renumber("alice", OTHER, PASSWORD);
        assertThat(TokensFromLog.of(id("alice"), gatehouse.events()))
                .singleElement()
                .matches(token -> token.terms().kind() == TokenKind.MAGIC_URL);
    }

    @Test
    void sessions_stay_open_no_message_is_sent_and_one_log_entry_is_left() {
        gatehouse.signUp("alice");
        gatehouse.signIn("alice");
        renumber("alice", PHONE, PASSWORD);
        assertThat(gatehouse.sessionsOf(id("alice"))).hasSize(1);
        assertThat(gatehouse.requestedMessages()).isEmpty();
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactlyInAnyOrder("user.create", "session.create", "user.update");
    }

    private AccountView renumber(String user, PhoneNumber to, PlainPassword password) {
        var command = new UpdatePhone.Command(id(user), new PhoneInput(to, to), accepted(password));
        return new UpdatePhone(
                        gatehouse.accounts(),
                        new StoredPhoneNumbers(gatehouse.accounts()),
                        gatehouse.passwordVerification(),
                        gatehouse.contactChanges(),
                        gatehouse.securityNotices(),
                        gatehouse.clock())
                .handle(command, gatehouse.context());
    }
}
