package io.gatehouse.application.message;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.contact.UpdateEmail;
import io.gatehouse.application.contact.UpdatePhone;
import io.gatehouse.application.mfa.SecondFactors;
import io.gatehouse.application.password.ResetPassword;
import io.gatehouse.application.password.UpdatePassword;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.token.Requests;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of {@link SecurityNotices}: who is told of what, and by which use case. */
class SecurityNoticesTest {

    private static final EmailAddress ELSEWHERE = new EmailAddress("elsewhere@example.com");
    private static final PlainPassword OTHER = new PlainPassword("battery staple");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final SecondFactors factors = new SecondFactors(gatehouse);

    @BeforeEach
    void notices_are_on() {
        gatehouse.with(SamplePolicies.noticing(Policies.DEFAULT));
        gatehouse.signUp("alice");
    }

    @Test
    void a_notice_says_what_was_done_from_where() {
        factors.switchMfa("alice", null, true);
        assertThat(gatehouse.letterbox())
                .singleElement()
                .returns(MessageType.MFA_ENABLED, MessageRequested::template)
                .returns(new Recipient(address("alice").value()), MessageRequested::recipient)
                .returns("alice", MessageRequested::subject)
                .returns("en", MessageRequested::locale)
                .returns(NOON, MessageRequested::at)
                .returns(null, MessageRequested::expiresAt);
        assertThat(gatehouse.lastLetter())
                .containsOnly(
                        entry("user", "Somebody"),
                        entry("device", "curl"),
                        entry("ipAddress", "192.0.2.1"),
                        entry("countryCode", "de"),
                        entry("country", "Germany"));
    }

    @Test
    void every_switch_is_told_of_unless_it_changes_nothing() {
        factors.switchMfa("alice", null, false);
        factors.switchMfa("alice", null, true);
        factors.switchMfa("alice", null, true);
        factors.switchMfa("alice", null, false);
        assertThat(told()).containsExactly(MessageType.MFA_ENABLED, MessageType.MFA_DISABLED);
    }

    @Test
    void an_app_is_told_of_when_it_begins_to_count_and_when_it_no_longer_does() {
        factors.begin("alice");
        factors.delete("alice", null);
        assertThat(told()).isEmpty();
        factors.enrol("alice");
        factors.delete("alice", null);
        assertThat(told()).containsExactly(MessageType.AUTHENTICATOR_ADDED, MessageType.AUTHENTICATOR_REMOVED);
    }

    @Test
    void recovery_codes_are_told_of_whenever_there_are_new_ones() {
        factors.recoveryCodes("alice");
        factors.otherRecoveryCodes("alice");
        assertThat(told()).containsExactly(MessageType.RECOVERY_CODES_CHANGED, MessageType.RECOVERY_CODES_CHANGED);
    }

    @Test
    void a_new_password_is_told_of_however_it_came_to_be() {
        changePassword();
        var token = new Requests(gatehouse).recovery("alice");
        var recover = new ResetPassword.Command(id("alice"), token.secret(), PASSWORD);
        new ResetPassword(
                        gatehouse.knownUsers(),
                        gatehouse.passwords(),
                        gatehouse.notices(),
                        gatehouse.redemption(),
                        gatehouse.clock())
                .handle(recover, gatehouse.visit());
        assertThat(told())
                .containsExactly(MessageType.PASSWORD_CHANGED, MessageType.RECOVERY, MessageType.PASSWORD_CHANGED);
    }

    @Test
    void a_new_address_is_told_to_those_who_read_at_the_old_one() {
        move(id("alice"));
        assertThat(gatehouse.letterbox())
                .singleElement()
                .returns(MessageType.EMAIL_CHANGED, MessageRequested::template)
                .returns(new Recipient(address("alice").value()), MessageRequested::recipient);
    }

    @Test
    void a_new_number_is_told_by_mail() {
        renumber(id("alice"));
        assertThat(gatehouse.letterbox())
                .singleElement()
                .returns(MessageType.PHONE_CHANGED, MessageRequested::template)
                .returns(new Recipient(address("alice").value()), MessageRequested::recipient)
                .returns("alice", MessageRequested::subject);
        assertThat(gatehouse.lastLetter()).doesNotContainValue(Requests.PHONE.value());
    }

    @Test
    void whoever_has_no_address_cannot_be_told() {
        gatehouse.happened(new UserCreated(id("bob"), null, null, null, NOON));
        factors.switchMfa("bob", null, true);
        factors.enrol("bob");
        factors.recoveryCodes("bob");
        renumber(id("bob"));
        move(id("bob"));
        assertThat(told()).isEmpty();
    }

    @Test
    void without_a_way_to_send_mail_nobody_is_told_and_everything_works() {
        gatehouse.with(new MessagingAvailability(false, true));
        doEverything();
        assertThat(told()).isEmpty();
        assertThat(gatehouse.view(id("alice")).email()).isEqualTo(ELSEWHERE);
    }

    @Test
    void nobody_is_told_unless_the_project_wants_it() {
        gatehouse.with(Policies.DEFAULT);
        doEverything();
        assertThat(told()).isEmpty();
        assertThat(gatehouse.view(id("alice")).email()).isEqualTo(ELSEWHERE);
    }

    @Test
    void a_notice_is_in_the_language_of_whoever_did_it() {
        var context = new RequestContext(gatehouse.project(), Locale.GERMAN, OCCASION);
        var alice = gatehouse.view(id("alice"));
        gatehouse.store().transact(OCCASION, streams -> {
            gatehouse.notices().enqueue(streams, context, alice, MessageType.MFA_ENABLED, NOON);
            return alice;
        });
        assertThat(gatehouse.letterbox()).extracting(MessageRequested::locale).containsExactly("de");
        assertThat(gatehouse.lastLetter()).contains(entry("country", "Deutschland"));
    }

    private void doEverything() {
        factors.switchMfa("alice", null, true);
        factors.switchMfa("alice", null, false);
        factors.enrol("alice");
        factors.delete("alice", null);
        factors.recoveryCodes("alice");
        factors.otherRecoveryCodes("alice");
        renumber(id("alice"));
        move(id("alice"));
        changePassword();
    }

    private void changePassword() {
        var change = new UpdatePassword.Command(gatehouse.view(id("alice")), OTHER, PASSWORD, null);
        new UpdatePassword(
                        gatehouse.accounts(),
                        gatehouse.passwords(),
                        gatehouse.notices(),
                        gatehouse.store(),
                        gatehouse.clock())
                .handle(change, gatehouse.visit());
    }

    private void move(AccountId who) {
        new UpdateEmail(
                        gatehouse.accounts(),
                        gatehouse.passwords(),
                        gatehouse.admission(),
                        gatehouse.relocation(),
                        gatehouse.notices(),
                        gatehouse.clock())
                .handle(new UpdateEmail.Command(who, ELSEWHERE, PASSWORD), gatehouse.visit());
    }

    private void renumber(AccountId who) {
        new UpdatePhone(
                        gatehouse.accounts(),
                        gatehouse.passwords(),
                        gatehouse.relocation(),
                        gatehouse.notices(),
                        gatehouse.clock())
                .handle(new UpdatePhone.Command(who, Requests.PHONE, PASSWORD), gatehouse.visit());
    }

    private List<MessageType> told() {
        return gatehouse.letterbox().stream().map(MessageRequested::template).toList();
    }
}
