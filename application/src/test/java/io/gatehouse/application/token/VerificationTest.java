package io.gatehouse.application.token;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.token.Requests.PHONE;
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
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Of {@link SendEmailVerification}, {@link ConfirmEmail}, {@link SendPhoneVerification} and
 * {@link ConfirmPhone}.
 */
class VerificationTest {

    private static final Secret GUESSED = new Secret("guessed");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final Requests requests = new Requests(gatehouse);

    @BeforeEach
    void alice_has_an_address_and_a_number() {
        gatehouse.signUp("alice");
        gatehouse.happened(new PhoneChanged(id("alice"), PHONE, NOON));
    }

    @Test
    void a_link_that_verifies_the_address_is_mailed_to_a_user_by_name() {
        var token = requests.emailVerification("alice");
        assertThat(token.secret().value()).matches("[0-9a-f]{256}");
        assertThat(gatehouse.letterbox().getLast())
                .returns(MessageType.VERIFICATION, MessageRequested::template)
                .returns(new Recipient("alice@example.com"), MessageRequested::recipient)
                .returns(new UserName("Somebody"), MessageRequested::name);
        assertThat(gatehouse.lastLetter())
                .containsOnly(
                        entry("user", "Somebody"),
                        entry("redirect", Requests.URL.with(token)),
                        entry("validMinutes", "10080"));
    }

    @Test
    void the_link_is_good_for_a_week_and_in_a_strict_project_for_an_hour() {
        assertThat(requests.emailVerification("alice").expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
        gatehouse.with(SamplePolicies.STRICT);
        assertThat(requests.emailVerification("alice").expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(gatehouse.lastLetter()).contains(entry("validMinutes", "60"));
    }

    @Test
    void whoever_read_it_verifies_the_address_once() {
        var token = requests.emailVerification("alice");
        assertThat(verifyEmail("alice", token.secret()).id()).isEqualTo(token.id());
        assertThat(gatehouse.view(id("alice")).emailVerified()).isTrue();
        assertThat(gatehouse.view(id("alice")).phoneVerified()).isFalse();
        assertThat(refusalOf(() -> verifyEmail("alice", token.secret()))).contains(new InvalidToken());
    }

    @Test
    void an_address_is_verified_by_a_token_for_just_that() {
        var magic = requests.magicUrl("alice");
        assertThat(refusalOf(() -> verifyEmail("alice", magic.secret()))).contains(new InvalidToken());
        assertThat(refusalOf(() -> verifyEmail("alice", GUESSED))).contains(new InvalidToken());
    }

    @Test
    void there_has_to_be_an_address_that_is_not_verified_yet() {
        verifyEmail("alice", requests.emailVerification("alice").secret());
        assertThat(refusalOf(() -> requests.emailVerification("alice"))).contains(new EmailAlreadyVerified());
        gatehouse.happened(new UserCreated(id("bob"), null, null, null, NOON));
        assertThat(refusalOf(() -> requests.emailVerification("bob"))).contains(new EmailNotFound());
    }

    @Test
    void a_code_that_verifies_the_number_is_sent_there() {
        var token = requests.phoneVerification("alice");
        assertThat(token.secret().value()).matches("\\d{6}");
        assertThat(token.expiresAt()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
        assertThat(gatehouse.letterbox().getLast())
                .returns(MessageType.PHONE_VERIFICATION, MessageRequested::template)
                .returns(new Recipient(PHONE.value()), MessageRequested::recipient);
        assertThat(gatehouse.lastLetter())
                .containsOnly(entry("otp", token.secret().value()), entry("validMinutes", "15"));
    }

    @Test
    void whoever_read_it_verifies_the_number_once() {
        var token = requests.phoneVerification("alice");
        verifyPhone("alice", token.secret());
        assertThat(gatehouse.view(id("alice")).phoneVerified()).isTrue();
        assertThat(gatehouse.view(id("alice")).emailVerified()).isFalse();
        assertThat(refusalOf(() -> verifyPhone("alice", token.secret()))).contains(new InvalidToken());
    }

    @Test
    void a_code_that_was_meant_to_sign_in_verifies_the_number_too() {
        verifyPhone("alice", requests.phoneCode("alice").secret());
        assertThat(gatehouse.view(id("alice")).phoneVerified()).isTrue();
    }

    @Test
    void there_has_to_be_a_number_that_is_not_verified_yet() {
        gatehouse.signUp("bob");
        assertThat(refusalOf(() -> requests.phoneVerification("bob"))).contains(new PhoneNotFound());
        verifyPhone("alice", requests.phoneVerification("alice").secret());
        assertThat(refusalOf(() -> requests.phoneVerification("alice"))).contains(new PhoneAlreadyVerified());
    }

    @Test
    void the_phone_of_a_tester_has_a_code_of_its_own_and_is_sent_nothing() {
        gatehouse.with(SamplePolicies.mocking(PHONE, new Secret("123123")));
        requests.phoneVerification("alice");
        assertThat(gatehouse.letterbox()).isEmpty();
        verifyPhone("alice", new Secret("123123"));
        assertThat(gatehouse.view(id("alice")).phoneVerified()).isTrue();
    }

    @Test
    void the_code_of_a_tester_is_good_for_that_tester_only() {
        gatehouse.with(SamplePolicies.mocking(PHONE, new Secret("123123")));
        gatehouse.signUp("bob");
        requests.phoneVerification("alice");
        assertThat(refusalOf(() -> verifyPhone("bob", new Secret("123123")))).contains(new InvalidToken());
    }

    @Test
    void a_stranger_who_names_nobody_is_told_unless_the_project_is_strict() {
        assertThat(refusalOf(() -> verifyEmail("nobody", GUESSED))).contains(new UserNotFound());
        assertThat(refusalOf(() -> verifyPhone("nobody", GUESSED))).contains(new UserNotFound());
        gatehouse.with(SamplePolicies.STRICT);
        assertThat(refusalOf(() -> verifyEmail("nobody", GUESSED))).contains(new InvalidToken());
        assertThat(refusalOf(() -> verifyPhone("nobody", GUESSED))).contains(new InvalidToken());
    }

    @Test
    void a_block_does_not_keep_anybody_from_verifying() {
        var email = requests.emailVerification("alice");
        var phone = requests.phoneVerification("alice");
        gatehouse.block(gatehouse.view(id("alice")));
        verifyEmail("alice", email.secret());
        verifyPhone("alice", phone.secret());
        assertThat(gatehouse.view(id("alice")).emailVerified()).isTrue();
        assertThat(gatehouse.view(id("alice")).phoneVerified()).isTrue();
    }

    @Test
    void where_a_channel_is_off_that_is_the_first_thing_one_learns() {
        var mute = new Requests(gatehouse, new MessagingAvailability(false, false));
        gatehouse.signUp("bob");
        assertThat(refusalOf(() -> mute.emailVerification("bob"))).contains(new MailIsOff());
        assertThat(refusalOf(() -> mute.phoneVerification("bob"))).contains(new SmsIsOff());
    }

    @Test
    void verification_is_two_entries_in_the_security_log() {
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
        return new ConfirmEmail(gatehouse.knownUsers(), gatehouse.redemption(), gatehouse.clock())
                .handle(new ConfirmEmail.Command(gatehouse.project(), id(user), secret), OCCASION);
    }

    private RedeemedToken verifyPhone(String user, Secret secret) {
        return new ConfirmPhone(gatehouse.knownUsers(), gatehouse.redemption(), gatehouse.clock())
                .handle(new ConfirmPhone.Command(gatehouse.project(), id(user), secret), OCCASION);
    }
}
