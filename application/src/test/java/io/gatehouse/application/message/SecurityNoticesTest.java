package io.gatehouse.application.message;

import static io.gatehouse.application.InMemoryGatehouse.METADATA;
import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.account.AcceptedPasswords.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.account.PhoneInput;
import io.gatehouse.application.account.StoredPhoneNumbers;
import io.gatehouse.application.contact.UpdateEmail;
import io.gatehouse.application.contact.UpdatePhone;
import io.gatehouse.application.mfa.MfaRequests;
import io.gatehouse.application.password.ResetPassword;
import io.gatehouse.application.password.UpdatePassword;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.token.TokenRequests;
import io.gatehouse.domain.account.AccountEvent.MfaEnabled;
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

/** Of {@link SecurityNotices}: which use cases send which notice, and to whom. */
class SecurityNoticesTest {

    private static final EmailAddress ELSEWHERE = new EmailAddress("elsewhere@example.com");
    private static final PlainPassword OTHER = new PlainPassword("battery staple");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final MfaRequests factors = new MfaRequests(gatehouse);

    @BeforeEach
    void enable_notices_and_sign_up_alice() {
        gatehouse.with(SamplePolicies.withSecurityNotices(Policies.DEFAULT));
        gatehouse.signUp("alice");
    }

    @Test
    void a_notice_contains_the_change_the_client_and_its_location() {
        factors.switchMfa("alice", null, true);
        assertThat(gatehouse.requestedMessages())
                .singleElement()
                .returns(MessageType.MFA_ENABLED, MessageRequested::template)
                .returns(new Recipient(address("alice").value()), MessageRequested::recipient)
                .returns("alice", MessageRequested::subject)
                .returns("en", MessageRequested::locale)
                .returns(NOON, MessageRequested::at)
                .returns(null, MessageRequested::expiresAt);
        assertThat(gatehouse.lastMessageVariables())
                .containsOnly(
                        entry("user", "Sample User"),
                        entry("device", "curl"),
                        entry("ipAddress", "192.0.2.1"),
                        entry("countryCode", "de"),
                        entry("country", "Germany"));
    }

    @Test
    void enabling_and_disabling_mfa_sends_a_notice_unless_it_changes_nothing() {
        factors.switchMfa("alice", null, false);
        factors.switchMfa("alice", null, true);
        factors.switchMfa("alice", null, true);
        factors.switchMfa("alice", null, false);
        assertThat(requestedTemplates()).containsExactly(MessageType.MFA_ENABLED, MessageType.MFA_DISABLED);
    }

    @Test
    void verifying_and_deleting_an_authenticator_sends_a_notice_unless_it_is_unverified() {
        factors.begin("alice");
        factors.delete("alice", null);
        assertThat(requestedTemplates()).isEmpty();
        factors.enrol("alice");
        factors.delete("alice", null);
        assertThat(requestedTemplates())
                .containsExactly(MessageType.AUTHENTICATOR_ADDED, MessageType.AUTHENTICATOR_REMOVED);
    }

    @Test
    void new_recovery_codes_send_a_notice() {
        factors.recoveryCodes("alice");
        factors.otherRecoveryCodes("alice");
        assertThat(requestedTemplates())
                .containsExactly(MessageType.RECOVERY_CODES_CHANGED, MessageType.RECOVERY_CODES_CHANGED);
    }

    @Test
    void a_changed_and_a_recovered_password_send_a_notice() {
        changePassword();
        var token = new TokenRequests(gatehouse).recovery("alice");
        var recover = new ResetPassword.Command(id("alice"), token.secret(), accepted(PASSWORD));
        new ResetPassword(
                        gatehouse.accountLookup(),
                        gatehouse.passwordVerification(),
                        gatehouse.securityNotices(),
                        gatehouse.tokenRedemption(),
                        gatehouse.clock())
                .handle(recover, gatehouse.context());
        assertThat(requestedTemplates())
                .containsExactly(MessageType.PASSWORD_CHANGED, MessageType.RECOVERY, MessageType.PASSWORD_CHANGED);
    }

    @Test
    void a_new_address_sends_a_notice_to_the_old_one() {
        changeEmail(id("alice"));
        assertThat(gatehouse.requestedMessages())
                .singleElement()
                .returns(MessageType.EMAIL_CHANGED, MessageRequested::template)
                .returns(new Recipient(address("alice").value()), MessageRequested::recipient);
    }

    @Test
    void a_new_number_sends_a_notice_by_mail_without_the_number() {
        changePhone(id("alice"));
        assertThat(gatehouse.requestedMessages())
                .singleElement()
                .returns(MessageType.PHONE_CHANGED, MessageRequested::template)
                .returns(new Recipient(address("alice").value()), MessageRequested::recipient)
                .returns("alice", MessageRequested::subject);
        assertThat(gatehouse.lastMessageVariables()).doesNotContainValue(TokenRequests.PHONE.value());
    }

    @Test
    void a_user_without_an_address_gets_no_notice() {
        gatehouse.append(new UserCreated(id("bob"), null, null, null, NOON));
        factors.switchMfa("bob", null, true);
        factors.enrol("bob");
        factors.recoveryCodes("bob");
        changePhone(id("bob"));
        changeEmail(id("bob"));
        assertThat(requestedTemplates()).isEmpty();
    }

    @Test
    void without_mail_changes_succeed_and_no_notice_is_sent() {
        gatehouse.with(new MessagingAvailability(false, true));
        doEverything();
        assertThat(requestedTemplates()).isEmpty();
        assertThat(gatehouse.view(id("alice")).email()).isEqualTo(ELSEWHERE);
    }

    @Test
    void without_notices_in_the_project_changes_succeed_and_no_notice_is_sent() {
        gatehouse.with(Policies.DEFAULT);
        doEverything();
        assertThat(requestedTemplates()).isEmpty();
        assertThat(gatehouse.view(id("alice")).email()).isEqualTo(ELSEWHERE);
    }

    @Test
    void a_notice_is_in_the_language_of_the_request() {
        var context = new RequestContext(gatehouse.project(), Locale.GERMAN, METADATA);
        var alice = gatehouse.view(id("alice"));
        gatehouse.store().transact(METADATA, streams -> {
            streams.append(new MfaEnabled(alice.id(), NOON));
            gatehouse.securityNotices().enqueue(streams, context, alice.facts(), NOON);
            return alice;
        });
        assertThat(gatehouse.requestedMessages())
                .extracting(MessageRequested::locale)
                .containsExactly("de");
        assertThat(gatehouse.lastMessageVariables()).contains(entry("country", "Deutschland"));
    }

    private void doEverything() {
        factors.switchMfa("alice", null, true);
        factors.switchMfa("alice", null, false);
        factors.enrol("alice");
        factors.delete("alice", null);
        factors.recoveryCodes("alice");
        factors.otherRecoveryCodes("alice");
        changePhone(id("alice"));
        changeEmail(id("alice"));
        changePassword();
    }

    private void changePassword() {
        var change = new UpdatePassword.Command(gatehouse.view(id("alice")), accepted(OTHER), PASSWORD, null);
        new UpdatePassword(
                        gatehouse.accounts(),
                        gatehouse.passwordVerification(),
                        gatehouse.securityNotices(),
                        gatehouse.store(),
                        gatehouse.clock())
                .handle(change, gatehouse.context());
    }

    private void changeEmail(AccountId account) {
        new UpdateEmail(
                        gatehouse.accounts(),
                        gatehouse.passwordVerification(),
                        gatehouse.signUpPolicy(),
                        gatehouse.contactChanges(),
                        gatehouse.securityNotices(),
                        gatehouse.clock())
                .handle(new UpdateEmail.Command(account, ELSEWHERE, accepted(PASSWORD)), gatehouse.context());
    }

    private void changePhone(AccountId account) {
        new UpdatePhone(
                        gatehouse.accounts(),
                        new StoredPhoneNumbers(gatehouse.accounts()),
                        gatehouse.passwordVerification(),
                        gatehouse.contactChanges(),
                        gatehouse.securityNotices(),
                        gatehouse.clock())
                .handle(
                        new UpdatePhone.Command(
                                account, new PhoneInput(TokenRequests.PHONE, TokenRequests.PHONE), accepted(PASSWORD)),
                        gatehouse.context());
    }

    private List<MessageType> requestedTemplates() {
        return gatehouse.requestedMessages().stream()
                .map(MessageRequested::template)
                .toList();
    }
}
