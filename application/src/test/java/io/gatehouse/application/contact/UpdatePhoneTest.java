package io.gatehouse.application.contact;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.token.Requests.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.token.OpenTokens;
import io.gatehouse.application.token.Requests;
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
    private final Requests requests = new Requests(gatehouse);

    @Test
    void whoever_knows_the_password_gets_a_number_and_is_reached_there() {
        gatehouse.signUp("alice");
        var answer = renumber("alice", PHONE, PASSWORD);
        assertThat(answer).isEqualTo(gatehouse.view(id("alice"))).returns(PHONE, AccountView::phone);
        assertThat(answer.targets())
                .extracting(TargetView::providerType, TargetView::identifier)
                .containsExactly(tuple("email", "alice@example.com"), tuple("sms", PHONE.value()));
    }

    @Test
    void a_new_number_is_not_verified_and_the_target_moves_along() {
        gatehouse.signUp("alice");
        var before = renumber("alice", PHONE, PASSWORD).targets().getLast();
        gatehouse.happened(new PhoneVerified(id("alice"), NOON));
        var answer = renumber("alice", OTHER, PASSWORD);
        assertThat(answer.phoneVerified()).isFalse();
        assertThat(answer.targets().getLast())
                .returns(before.id(), TargetView::id)
                .returns(OTHER.value(), TargetView::identifier);
    }

    @Test
    void a_wrong_password_changes_nothing() {
        gatehouse.signUp("alice");
        var before = gatehouse.events();
        assertThat(refusalOf(() -> renumber("alice", PHONE, WRONG))).contains(new InvalidCredentials());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void for_a_user_without_password_the_one_typed_along_becomes_it() {
        requests.magicUrl("alice");
        renumber("alice", PHONE, PASSWORD);
        gatehouse.signIn(address("alice"), PASSWORD);
        assertThat(gatehouse.sessionsOf(id("alice"))).hasSize(1);
    }

    @Test
    void nobody_gets_a_number_where_somebody_is_reached_themselves_included() {
        gatehouse.signUp("alice");
        gatehouse.signUp("bob");
        renumber("alice", PHONE, PASSWORD);
        assertThat(refusalOf(() -> renumber("bob", PHONE, PASSWORD))).contains(new TargetAlreadyExists());
        assertThat(refusalOf(() -> renumber("alice", PHONE, PASSWORD))).contains(new TargetAlreadyExists());
    }

    @Test
    void for_a_user_without_password_a_taken_number_costs_no_hash() {
        requests.magicUrl("alice");
        requests.phoneCode("bob");
        gatehouse.happened(new UserCreated(id("carol"), null, null, null, NOON));
        gatehouse.happened(new PhoneChanged(id("carol"), OTHER, NOON));
        assertThat(refusalOf(() -> renumber("alice", PHONE, PASSWORD))).contains(new TargetAlreadyExists());
        assertThat(refusalOf(() -> renumber("alice", OTHER, PASSWORD))).contains(new PhoneAlreadyExists());
        assertThat(gatehouse.hasher().computed()).isZero();
    }

    @Test
    void a_number_where_its_user_is_not_reached_is_taken_all_the_same() {
        gatehouse.signUp("alice");
        gatehouse.signUp("bob");
        gatehouse.happened(new PhoneChanged(id("bob"), PHONE, NOON));
        assertThat(refusalOf(() -> renumber("alice", PHONE, PASSWORD))).contains(new PhoneAlreadyExists());
    }

    @Test
    void what_was_sent_to_the_old_number_is_of_no_use_any_more_and_what_was_mailed_is() {
        gatehouse.signUp("alice");
        renumber("alice", PHONE, PASSWORD);
        requests.phoneCode("alice");
        requests.phoneVerification("alice");
        requests.magicUrl("alice");
        renumber("alice", OTHER, PASSWORD);
        assertThat(OpenTokens.of(id("alice"), gatehouse.events()))
                .singleElement()
                .matches(token -> token.kind() == TokenKind.MAGIC_URL);
    }

    @Test
    void sessions_stay_no_message_is_sent_and_the_security_log_has_one_entry() {
        gatehouse.signUp("alice");
        gatehouse.signIn("alice");
        renumber("alice", PHONE, PASSWORD);
        assertThat(gatehouse.sessionsOf(id("alice"))).hasSize(1);
        assertThat(gatehouse.letterbox()).isEmpty();
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactlyInAnyOrder("user.create", "session.create", "user.update");
    }

    private AccountView renumber(String user, PhoneNumber to, PlainPassword password) {
        var command = new UpdatePhone.Command(id(user), to, password);
        return new UpdatePhone(
                        gatehouse.accounts(),
                        gatehouse.passwords(),
                        gatehouse.relocation(),
                        gatehouse.notices(),
                        gatehouse.clock())
                .handle(command, gatehouse.visit());
    }
}
