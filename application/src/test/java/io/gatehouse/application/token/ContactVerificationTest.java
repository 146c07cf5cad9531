package io.gatehouse.application.token;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.token.TokenRequests.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.contact.ConfirmEmail;
import io.gatehouse.application.contact.ConfirmPhone;
import io.gatehouse.application.contact.SendEmailVerification;
import io.gatehouse.application.contact.SendPhoneVerification;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.domain.Refusal.EmailAlreadyVerified;
import io.gatehouse.domain.Refusal.EmailNotFound;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.MailIsOff;
import io.gatehouse.domain.Refusal.PhoneAlreadyVerified;
import io.gatehouse.domain.Refusal.PhoneNotFound;
import io.gatehouse.domain.Refusal.SmsIsOff;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Of {@link SendEmailVerification}, {@link ConfirmEmail}, {@link SendPhoneVerification} and
 * {@link ConfirmPhone}.
 */
class ContactVerificationTest {

    private static final Secret GUESSED = new Secret("guessed");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final TokenRequests requests = new TokenRequests(gatehouse);

    @BeforeEach
    void sign_up_alice_with_an_address_and_a_number() {
        gatehouse.signUp("alice");
        gatehouse.append(new PhoneChanged(id("alice"), PHONE, NOON));
    }

    @Test
    void a_verification_link_is_mailed_with_the_name_of_the_user() {
        var token = requests.emailVerification("alice");
        assertThat(token.secret().value()).matches("[0-9a-f]{256}");
        assertThat(gatehouse.requestedMessages().getLast())
                .returns(MessageType.VERIFICATION, MessageRequested::template)
                .returns(new Recipient("alice@example.com"), MessageRequested::recipient)
                .returns(new DisplayName("Sample User"), MessageRequested::name);
        assertThat(gatehouse.lastMessageVariables())
                .containsOnly(
                        entry("user", "Sample User"),
                        entry("redirect", TokenRequests.URL.with(token)),
                        entry("validMinutes", "10080"));
    }

    @Test
    void the_link_is_valid_for_a_week_and_in_a_strict_project_for_an_hour() {
        assertThat(requests.emailVerification("alice").expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
        gatehouse.with(SamplePolicies.STRICT);
        assertThat(requests.emailVerification("alice").expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(gatehouse.lastMessageVariables()).contains(entry("validMinutes", "60"));
    }

    @Test
    void the_link_verifies_the_address_once() {
        var token = requests.emailVerification("alice");
        assertThat(verifyEmail("alice", token.secret()).id()).isEqualTo(token.id());
        assertThat(gatehouse.view(id("alice")).emailVerified()).isTrue();
        assertThat(gatehouse.view(id("alice")).phoneVerified()).isFalse();
        assertThat(refusalOf(() -> verifyEmail("alice", token.secret()))).contains(new InvalidToken());
    }

    @Test
    void an_address_is_verified_only_by_an_email_verification_token() {
        var magic = requests.magicUrl("alice");
        assertThat(refusalOf(() -> verifyEmail("alice", magic.secret()))).contains(new InvalidToken());
        assertThat(refusalOf(() -> verifyEmail("alice", GUESSED))).contains(new InvalidToken());
    }

    @Test
    void a_request_without_an_unverified_address_is_refused() {
        verifyEmail("alice", requests.emailVerification("alice").secret());
        assertThat(refusalOf(() -> requests.emailVerification("alice"))).contains(new EmailAlreadyVerified());
        gatehouse.append(new UserCreated(id("bob"), null, null, null, NOON));
        assertThat(refusalOf(() -> requests.emailVerification("bob"))).contains(new EmailNotFound());
    }

    @Test
    void a_verification_code_is_sent_to_the_number() {
        var token = requests.phoneVerification("alice");
        assertThat(token.secret().value()).matches("\\d{6}");
        assertThat(token.expiresAt()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
        assertThat(gatehouse.requestedMessages().getLast())
                .returns(MessageType.PHONE_VERIFICATION, MessageRequested::template)
                .returns(new Recipient(PHONE.value()), MessageRequested::recipient);
        assertThat(gatehouse.lastMessageVariables())
                .containsOnly(entry("otp", token.secret().value()), entry("validMinutes", "15"));
    }

    @Test
    void the_code_verifies_the_number_once() {
        var token = requests.phoneVerification("alice");
        verifyPhone("alice", token.secret());
        assertThat(gatehouse.view(id("alice")).phoneVerified()).isTrue();
        assertThat(gatehouse.view(id("alice")).emailVerified()).isFalse();
        assertThat(refusalOf(() -> verifyPhone("alice", token.secret()))).contains(new InvalidToken());
    }

    @Test
    void a_code_issued_to_sign_in_verifies_the_number() {
        verifyPhone("alice", requests.phoneCode("alice").secret());
        assertThat(gatehouse.view(id("alice")).phoneVerified()).isTrue();
    }

    @Test
    void a_request_without_an_unverified_number_is_refused() {
        gatehouse.signUp("bob");
        assertThat(refusalOf(() -> requests.phoneVerification("bob"))).contains(new PhoneNotFound());
        verifyPhone("alice", requests.phoneVerification("alice").secret());
        assertThat(refusalOf(() -> requests.phoneVerification("alice"))).contains(new PhoneAlreadyVerified());
    }

    @Test
    void a_mock_number_is_verified_by_its_configured_code_and_gets_no_message() {
        gatehouse.with(SamplePolicies.mockNumber(PHONE, new Secret("123123")));
        requests.phoneVerification("alice");
        assertThat(gatehouse.requestedMessages()).isEmpty();
        verifyPhone("alice", new Secret("123123"));
        assertThat(gatehouse.view(id("alice")).phoneVerified()).isTrue();
    }

    @Test
    void the_code_of_a_mock_number_is_refused_for_other_users() {
        gatehouse.with(SamplePolicies.mockNumber(PHONE, new Secret("123123")));
        gatehouse.signUp("bob");
        requests.phoneVerification("alice");
        assertThat(refusalOf(() -> verifyPhone("bob", new Secret("123123")))).contains(new InvalidToken());
    }

    @Test
    void an_unknown_user_is_reported_unless_the_project_is_strict() {
        assertThat(refusalOf(() -> verifyEmail("nobody", GUESSED))).contains(new UserNotFound());
        assertThat(refusalOf(() -> verifyPhone("nobody", GUESSED))).contains(new UserNotFound());
        gatehouse.with(SamplePolicies.STRICT);
        assertThat(refusalOf(() -> verifyEmail("nobody", GUESSED))).contains(new InvalidToken());
        assertThat(refusalOf(() -> verifyPhone("nobody", GUESSED))).contains(new InvalidToken());
    }

    @Test
    void a_blocked_user_can_verify_address_and_number() {
        var email = requests.emailVerification("alice");
        var phone = requests.phoneVerification("alice");
        gatehouse.block(gatehouse.view(id("alice")));
        verifyEmail("alice", email.secret());
        verifyPhone("alice", phone.secret());
        assertThat(gatehouse.view(id("alice")).emailVerified()).isTrue();
        assertThat(gatehouse.view(id("alice")).phoneVerified()).isTrue();
    }

    @Test
    void without_mail_or_sms_a_request_is_refused_before_anything_else() {
        var withoutSender = new TokenRequests(gatehouse, new MessagingAvailability(false, false));
        gatehouse.signUp("bob");
        assertThat(refusalOf(() -> withoutSender.emailVerification("bob"))).contains(new MailIsOff());
        assertThat(refusalOf(() -> withoutSender.phoneVerification("bob"))).contains(new SmsIsOff());
    }

    @Test
    void request_and_verification_leave_one_log_entry_each() {
        verifyEmail("alice", requests.emailVerification("alice").secret());
        verifyPhone("alice", requests.phoneVerification("alice").secret());
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactlyInAnyOrder(
                        "user.create",
                        "verification.create",
                        "verification.update",
                        "verification.create",
                        "verification.update");
    }

    private RedeemedToken verifyEmail(String user, Secret secret) {
        return new ConfirmEmail(gatehouse.accountLookup(), gatehouse.tokenRedemption(), gatehouse.clock())
                .handle(new ConfirmEmail.Command(id(user), secret), gatehouse.context());
    }

    private RedeemedToken verifyPhone(String user, Secret secret) {
        return new ConfirmPhone(gatehouse.accountLookup(), gatehouse.tokenRedemption(), gatehouse.clock())
                .handle(new ConfirmPhone.Command(id(user), secret), gatehouse.context());
    }
}
