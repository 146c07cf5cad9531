package io.gatehouse.application.token;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.account.AcceptedPasswords.accepted;
import static io.gatehouse.application.token.TokenRequests.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.contact.UpdateEmail;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.project.EmailRules;
import io.gatehouse.application.signin.SendEmailCode;
import io.gatehouse.application.signin.SendMagicLink;
import io.gatehouse.application.signin.SendSmsCode;
import io.gatehouse.application.signin.SignInTokenSender;
import io.gatehouse.application.signin.TokenOwnerResolver;
import io.gatehouse.domain.Refusal.EmailIsNotCorporate;
import io.gatehouse.domain.Refusal.MailIsOff;
import io.gatehouse.domain.Refusal.SmsIsOff;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.Refusal.UserCountExceeded;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenEvent.TokenRequestIgnored;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Of {@link SendEmailCode}, {@link SendMagicLink} and {@link SendSmsCode}. */
class SignInTokensTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_QUARTER = Duration.ofMinutes(15);

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final TokenRequests requests = new TokenRequests(gatehouse);

    @Test
    void a_code_of_six_digits_is_mailed_and_valid_for_15_minutes() {
        gatehouse.signUp("alice");
        var token = requests.emailCode("alice");
        assertThat(token.secret().value()).matches("\\d{6}");
        assertThat(token.expiresAt()).isEqualTo(NOON.plus(A_QUARTER));
        assertThat(lastMessage()).returns(MessageType.OTP_SESSION, MessageRequested::template);
        assertThat(gatehouse.lastMessageVariables())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "user", "Sample User",
                        "otp", token.secret().value(),
                        "phrase", "",
                        "agentClient", "curl",
                        "agentOs", "UNKNOWN",
                        "agentDevice", "UNKNOWN",
                        "validMinutes", "15"));
    }

    @Test
    void a_link_is_mailed_and_valid_for_an_hour() {
        gatehouse.signUp("alice");
        var token = requests.magicUrl("alice");
        assertThat(token.secret().value()).matches("[0-9a-f]{64}");
        assertThat(token.expiresAt()).isEqualTo(NOON.plus(AN_HOUR));
        assertThat(lastMessage()).returns(MessageType.MAGIC_SESSION, MessageRequested::template);
        assertThat(gatehouse.lastMessageVariables())
                .contains(entry(
                        "redirect", TokenRequests.URL.with(token, id("alice").project())))
                .contains(entry("validMinutes", "60"))
                .contains(entry("agentClient", "curl"))
                .doesNotContainKey("otp");
    }

    @Test
    void a_message_by_sms_contains_only_code_and_validity() {
        var token = requests.phoneCode("alice");
        assertThat(token.secret().value()).matches("\\d{6}");
        assertThat(token.expiresAt()).isEqualTo(NOON.plus(A_QUARTER));
        assertThat(lastMessage())
                .returns(MessageType.PHONE_LOGIN, MessageRequested::template)
                .returns(new Recipient(PHONE.value()), MessageRequested::recipient);
        assertThat(gatehouse.lastMessageVariables())
                .containsOnly(entry("otp", token.secret().value()), entry("validMinutes", "15"));
    }

    @Test
    void a_message_contains_its_token_and_expiry() {
        var token = requests.emailCode("alice");
        assertThat(lastMessage())
                .returns(token.id().value(), MessageRequested::subject)
                .returns(token.expiresAt(), MessageRequested::expiresAt)
                .returns("Demo", MessageRequested::projectName)
                .returns("en", MessageRequested::locale)
                .returns(new Recipient("alice@example.com"), MessageRequested::recipient);
    }

    @Test
    void the_secret_is_stored_as_a_digest() {
        var token = requests.magicUrl("alice");
        assertThat(gatehouse.store().all(TokenIssued.class))
                .extracting(TokenIssued::secret)
                .containsExactly(token.secret().digest());
    }

    @Test
    void a_requested_security_phrase_is_in_response_and_message() {
        assertThat(requests.emailCode("alice").phrase()).isEmpty();
        assertThat(requests.emailCode("alice", true).phrase()).isEqualTo("Golden fox");
        assertThat(gatehouse.lastMessageVariables()).contains(entry("phrase", "Golden fox"));
        assertThat(requests.magicUrl("alice", true).phrase()).isEqualTo("Golden fox");
        assertThat(gatehouse.lastMessageVariables()).contains(entry("phrase", "Golden fox"));
    }

    @Test
    void earlier_tokens_stay_valid() {
        requests.emailCode("alice");
        requests.emailCode("alice");
        requests.magicUrl("alice");
        assertThat(TokensFromLog.of(id("alice"), gatehouse.events())).hasSize(3);
    }

    @Test
    void an_unknown_address_creates_a_user_with_an_email_target() {
        var token = requests.emailCode("alice");
        assertThat(token.account()).isEqualTo(id("alice"));
        var alice = gatehouse.view(id("alice"));
        assertThat(alice.email()).isEqualTo(address("alice"));
        assertThat(alice.emailVerified()).isFalse();
        assertThat(alice.passwordUpdatedAt()).isNull();
        assertThat(alice.name()).isNull();
        assertThat(alice.targets()).extracting(TargetView::identifier).containsExactly("alice@example.com");
    }

    @Test
    void an_unknown_number_creates_a_user_with_an_sms_target() {
        requests.phoneCode("alice");
        var alice = gatehouse.view(id("alice"));
        assertThat(alice.email()).isNull();
        assertThat(alice.phone()).isEqualTo(PHONE);
        assertThat(alice.phoneVerified()).isFalse();
        assertThat(alice.targets())
                .extracting(TargetView::providerType, TargetView::identifier)
                .containsExactly(tuple("sms", PHONE.value()));
    }

    @Test
    void the_requested_id_is_ignored_for_a_known_address_or_number() {
        requests.phoneCode("alice");
        assertThat(requests.phoneCode("bob").account()).isEqualTo(id("alice"));
        gatehouse.signUp(id("carol"), address("dave"));
        assertThat(requests.emailCode("dave").account()).isEqualTo(id("carol"));
        assertThat(requests.magicUrl("dave").account()).isEqualTo(id("carol"));
        assertThat(gatehouse.store().all(UserCreated.class)).hasSize(2);
    }

    @Test
    void a_taken_id_is_refused_to_a_new_user() {
        gatehouse.signUp(id("alice"), address("wonderland"));
        var before = gatehouse.events();
        assertThat(refusalOf(() -> requests.emailCode("alice"))).contains(new UserAlreadyExists());
        assertThat(refusalOf(() -> requests.magicUrl("alice"))).contains(new UserAlreadyExists());
        assertThat(refusalOf(() -> requests.phoneCode("alice"))).contains(new UserAlreadyExists());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void a_new_user_gets_no_target_if_another_target_has_the_address_or_number() {
        gatehouse.signUp("bob");
        happensToBeReachedAt("alice@example.com");
        happensToBeReachedAt(PHONE.value());
        requests.magicUrl("alice");
        assertThat(gatehouse.view(id("alice")).targets()).isEmpty();
        requests.phoneCode("carol");
        assertThat(gatehouse.view(id("carol")).targets()).isEmpty();
        assertThat(gatehouse.requestedMessages()).hasSize(2);
    }

    @Test
    void a_full_project_refuses_new_users_but_not_existing_ones() {
        gatehouse.signUp("alice");
        gatehouse.with(SamplePolicies.userLimit(1));
        assertThat(refusalOf(() -> requests.emailCode("bob"))).contains(new UserCountExceeded());
        assertThat(refusalOf(() -> requests.magicUrl("bob"))).contains(new UserCountExceeded());
        assertThat(refusalOf(() -> requests.phoneCode("bob"))).contains(new UserCountExceeded());
        requests.emailCode("alice");
        assertThat(gatehouse.requestedMessages()).hasSize(1);
    }

    @Test
    void address_rules_apply_to_new_users_only() {
        gatehouse.signUp(id("alice"), new EmailAddress("alice@gmail.com"));
        gatehouse.with(SamplePolicies.emailRules(new EmailRules(false, false, false, true)));
        assertThat(refusalOf(() -> emailCode("bob", "bob@gmail.com"))).contains(new EmailIsNotCorporate());
        assertThat(emailCode("bob", "alice@gmail.com").account()).isEqualTo(id("alice"));
    }

    @Test
    void concurrent_requests_for_an_unknown_address_create_one_user() {
        var faster = new AtomicBoolean();
        var tokenOwnerResolver = new TokenOwnerResolver(
                gatehouse.accounts(),
                gatehouse.signUpPolicy(),
                () -> {
                    if (faster.compareAndSet(false, true)) {
                        emailCode("faster", "alice@example.com");
                    }
                    return gatehouse.ids().next();
                },
                gatehouse.clock());
        assertThat(emailCode(tokenOwnerResolver, "alice", "alice@example.com").account())
                .isEqualTo(id("faster"));
        assertThat(gatehouse.store().all(UserCreated.class)).hasSize(1);
        assertThat(TokensFromLog.of(id("faster"), gatehouse.events())).hasSize(2);
    }

    @Test
    void a_request_for_a_user_deleted_concurrently_creates_a_new_user() {
        gatehouse.signUp(id("alice"), address("dave"));
        assertThat(leaving("alice").emailCode("dave").account()).isEqualTo(id("dave"));
        gatehouse.signUp(id("bob"), address("erin"));
        assertThat(leaving("bob").magicUrl("erin").account()).isEqualTo(id("erin"));
        requests.phoneCode("carol");
        assertThat(leaving("carol").phoneCode("frank").account()).isEqualTo(id("frank"));
        assertThat(gatehouse.view(id("dave")).email()).isEqualTo(address("dave"));
        assertThat(gatehouse.view(id("erin")).email()).isEqualTo(address("erin"));
        assertThat(gatehouse.view(id("frank")).phone()).isEqualTo(PHONE);
    }

    @Test
    void a_request_for_an_address_changed_concurrently_creates_a_new_user() {
        gatehouse.signUp(id("alice"), address("dave"));
        gatehouse.signUp(id("bob"), address("erin"));
        assertThat(moving("alice").emailCode("dave").account()).isEqualTo(id("dave"));
        assertThat(moving("bob").magicUrl("erin").account()).isEqualTo(id("erin"));
        assertThat(gatehouse.view(id("dave")).targets()).hasSize(1);
        assertThat(gatehouse.view(id("erin")).targets()).hasSize(1);
        assertThat(gatehouse.requestedMessages())
                .extracting(MessageRequested::account)
                .containsExactly(id("dave"), id("erin"));
        assertThat(TokensFromLog.of(id("alice"), gatehouse.events())).isEmpty();
        assertThat(TokensFromLog.of(id("bob"), gatehouse.events())).isEmpty();
    }

    @Test
    void a_blocked_user_gets_mail_unless_the_project_is_strict() {
        gatehouse.block(gatehouse.signUp("alice"));
        assertThat(requests.emailCode("alice").account()).isEqualTo(id("alice"));
        assertThat(requests.magicUrl("alice").account()).isEqualTo(id("alice"));
        assertThat(gatehouse.requestedMessages()).hasSize(2);
        gatehouse.with(SamplePolicies.STRICT);
        var before = gatehouse.events();
        var code = requests.emailCode("alice");
        var link = requests.magicUrl("alice");
        assertThat(gatehouse.events().subList(before.size(), before.size() + 2))
                .containsExactly(
                        new TokenRequestIgnored(id("alice"), code.id(), gatehouse.now()),
                        new TokenRequestIgnored(id("alice"), link.id(), gatehouse.now()));
        assertThat(gatehouse.events()).hasSize(before.size() + 2);
    }

    @Test
    void a_blocked_user_gets_no_code_by_sms_in_a_strict_project() {
        requests.phoneCode("alice");
        gatehouse.block(gatehouse.view(id("alice")));
        requests.phoneCode("alice");
        assertThat(gatehouse.requestedMessages()).hasSize(2);
        gatehouse.with(SamplePolicies.STRICT);
        requests.phoneCode("alice");
        assertThat(gatehouse.requestedMessages()).hasSize(2);
    }

    @Test
    void a_mock_number_has_its_configured_code_and_gets_no_message() {
        gatehouse.with(SamplePolicies.mockNumber(PHONE, new Secret("123123")));
        assertThat(requests.phoneCode("alice").secret()).isEqualTo(new Secret("123123"));
        assertThat(gatehouse.requestedMessages()).isEmpty();
        gatehouse.with(SamplePolicies.mockNumber(new PhoneNumber("+33612345678"), new Secret("123123")));
        assertThat(requests.phoneCode("alice").secret()).isNotEqualTo(new Secret("123123"));
        assertThat(gatehouse.requestedMessages()).hasSize(1);
    }

    @Test
    void without_mail_or_sms_requests_are_refused_and_create_no_user() {
        var withoutSender = new TokenRequests(gatehouse, new MessagingAvailability(false, false));
        assertThat(refusalOf(() -> withoutSender.emailCode("alice"))).contains(new MailIsOff());
        assertThat(refusalOf(() -> withoutSender.magicUrl("alice"))).contains(new MailIsOff());
        assertThat(refusalOf(() -> withoutSender.phoneCode("alice"))).contains(new SmsIsOff());
        assertThat(gatehouse.events()).isEmpty();
    }

    @Test
    void each_request_leaves_one_log_entry() {
        gatehouse.signUp("alice");
        requests.emailCode("alice");
        requests.magicUrl("alice");
        requests.phoneCode("bob");
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactlyInAnyOrder("session.create", "session.create", "user.create");
        assertThat(gatehouse.logs().of(id("bob"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactly("session.create");
    }

    private MessageRequested lastMessage() {
        return gatehouse.requestedMessages().getLast();
    }

    /** Bob's app. */
    private void happensToBeReachedAt(String identifier) {
        var target = new TargetId(id("bob").project(), "push-" + identifier);
        gatehouse.append(new TargetCreated(id("bob"), target, "push", new Identifier(identifier), NOON));
    }

    private TokenRequests leaving(String user) {
        return requests.overtakenBy(() -> gatehouse.delete(id(user)));
    }

    private TokenRequests moving(String user) {
        var command = new UpdateEmail.Command(id(user), address(user + "-elsewhere"), accepted(PASSWORD));
        var updateEmail = new UpdateEmail(
                gatehouse.accounts(),
                gatehouse.passwordVerification(),
                gatehouse.signUpPolicy(),
                gatehouse.contactChanges(),
                gatehouse.securityNotices(),
                gatehouse.clock());
        return requests.overtakenBy(() -> updateEmail.handle(command, gatehouse.context()));
    }

    private IssuedToken emailCode(String requestedId, String address) {
        return emailCode(gatehouse.tokenOwners(), requestedId, address);
    }

    private IssuedToken emailCode(TokenOwnerResolver tokenOwnerResolver, String requestedId, String address) {
        var command = new SendEmailCode.Command(id(requestedId), new EmailAddress(address), false);
        return new SendEmailCode(
                        TokenRequests.OPEN,
                        tokenOwnerResolver,
                        gatehouse.tokenIssuer(),
                        gatehouse.composer(),
                        new SignInTokenSender(gatehouse.store()))
                .handle(command, gatehouse.context());
    }
}
