package io.gatehouse.application.token;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.token.Requests.PHONE;
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
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Of {@link SendEmailCode}, {@link SendMagicLink} and {@link SendSmsCode}. */
class SignInTokensTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_QUARTER = Duration.ofMinutes(15);

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final Requests requests = new Requests(gatehouse);

    @Test
    void a_code_of_six_digits_is_mailed_and_good_for_a_quarter_of_an_hour() {
        gatehouse.signUp("alice");
        var token = requests.emailCode("alice");
        assertThat(token.secret().value()).matches("\\d{6}");
        assertThat(token.expiresAt()).isEqualTo(NOON.plus(A_QUARTER));
        assertThat(lastMessage()).returns(MessageType.OTP_SESSION, MessageRequested::template);
        assertThat(gatehouse.lastLetter())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "user", "Somebody",
                        "otp", token.secret().value(),
                        "phrase", "",
                        "agentClient", "curl",
                        "agentOs", "UNKNOWN",
                        "agentDevice", "UNKNOWN",
                        "validMinutes", "15"));
    }

    @Test
    void a_link_is_mailed_and_good_for_an_hour() {
        gatehouse.signUp("alice");
        var token = requests.magicUrl("alice");
        assertThat(token.secret().value()).matches("[0-9a-f]{64}");
        assertThat(token.expiresAt()).isEqualTo(NOON.plus(AN_HOUR));
        assertThat(lastMessage()).returns(MessageType.MAGIC_SESSION, MessageRequested::template);
        assertThat(gatehouse.lastLetter())
                .contains(entry("redirect", Requests.URL.with(token, id("alice").project())))
                .contains(entry("validMinutes", "60"))
                .contains(entry("agentClient", "curl"))
                .doesNotContainKey("otp");
    }

    @Test
    void a_code_by_sms_consists_of_the_code_alone() {
        var token = requests.phoneCode("alice");
        assertThat(token.secret().value()).matches("\\d{6}");
        assertThat(token.expiresAt()).isEqualTo(NOON.plus(A_QUARTER));
        assertThat(lastMessage())
                .returns(MessageType.PHONE_LOGIN, MessageRequested::template)
                .returns(new Recipient(PHONE.value()), MessageRequested::recipient);
        assertThat(gatehouse.lastLetter())
                .containsOnly(entry("otp", token.secret().value()), entry("validMinutes", "15"));
    }

    @Test
    void a_message_names_its_token_and_when_it_becomes_pointless() {
        var token = requests.emailCode("alice");
        assertThat(lastMessage())
                .returns(token.id().value(), MessageRequested::subject)
                .returns(token.expiresAt(), MessageRequested::expiresAt)
                .returns("Demo", MessageRequested::projectName)
                .returns("en", MessageRequested::locale)
                .returns(new Recipient("alice@example.com"), MessageRequested::recipient);
    }

    @Test
    void the_log_keeps_the_digest_of_what_was_sent() {
        var token = requests.magicUrl("alice");
        assertThat(gatehouse.store().all(TokenIssued.class))
                .extracting(TokenIssued::secret)
                .containsExactly(token.secret().digest());
    }

    @Test
    void two_words_to_compare_stand_in_answer_and_message_if_wanted() {
        assertThat(requests.emailCode("alice").phrase()).isEmpty();
        assertThat(requests.emailCode("alice", true).phrase()).isEqualTo("Golden fox");
        assertThat(gatehouse.lastLetter()).contains(entry("phrase", "Golden fox"));
        assertThat(requests.magicUrl("alice", true).phrase()).isEqualTo("Golden fox");
        assertThat(gatehouse.lastLetter()).contains(entry("phrase", "Golden fox"));
    }

    @Test
    void earlier_tokens_stay_good() {
        requests.emailCode("alice");
        requests.emailCode("alice");
        requests.magicUrl("alice");
        assertThat(OpenTokens.of(id("alice"), gatehouse.events())).hasSize(3);
    }

    @Test
    void an_unknown_address_becomes_a_user_who_is_reached_there() {
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
    void an_unknown_number_becomes_a_user_who_is_reached_there() {
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
    void for_a_known_address_or_number_the_wanted_id_is_ignored() {
        requests.phoneCode("alice");
        assertThat(requests.phoneCode("bob").account()).isEqualTo(id("alice"));
        gatehouse.signUp(id("carol"), address("dave"));
        assertThat(requests.emailCode("dave").account()).isEqualTo(id("carol"));
        assertThat(requests.magicUrl("dave").account()).isEqualTo(id("carol"));
        assertThat(gatehouse.store().all(UserCreated.class)).hasSize(2);
    }

    @Test
    void a_newcomer_does_not_get_an_id_that_is_taken() {
        gatehouse.signUp(id("alice"), address("wonderland"));
        var before = gatehouse.events();
        assertThat(refusalOf(() -> requests.emailCode("alice"))).contains(new UserAlreadyExists());
        assertThat(refusalOf(() -> requests.magicUrl("alice"))).contains(new UserAlreadyExists());
        assertThat(refusalOf(() -> requests.phoneCode("alice"))).contains(new UserAlreadyExists());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void a_newcomer_who_is_reached_where_somebody_else_is_gets_no_target() {
        gatehouse.signUp("bob");
        happensToBeReachedAt("alice@example.com");
        happensToBeReachedAt(PHONE.value());
        requests.magicUrl("alice");
        assertThat(gatehouse.view(id("alice")).targets()).isEmpty();
        requests.phoneCode("carol");
        assertThat(gatehouse.view(id("carol")).targets()).isEmpty();
        assertThat(gatehouse.letterbox()).hasSize(2);
    }

    @Test
    void a_full_project_takes_in_nobody_but_still_writes_to_its_users() {
        gatehouse.signUp("alice");
        gatehouse.with(SamplePolicies.atMostUsers(1));
        assertThat(refusalOf(() -> requests.emailCode("bob"))).contains(new UserCountExceeded());
        assertThat(refusalOf(() -> requests.magicUrl("bob"))).contains(new UserCountExceeded());
        assertThat(refusalOf(() -> requests.phoneCode("bob"))).contains(new UserCountExceeded());
        requests.emailCode("alice");
        assertThat(gatehouse.letterbox()).hasSize(1);
    }

    @Test
    void rules_for_addresses_are_for_newcomers() {
        gatehouse.signUp(id("alice"), new EmailAddress("alice@gmail.com"));
        gatehouse.with(SamplePolicies.emails(new EmailRules(false, false, false, true)));
        assertThat(refusalOf(() -> emailCode("bob", "bob@gmail.com"))).contains(new EmailIsNotCorporate());
        assertThat(emailCode("bob", "alice@gmail.com").account()).isEqualTo(id("alice"));
    }

    @Test
    void whoever_turns_up_at_the_same_address_at_the_same_moment_is_the_same_user() {
        var faster = new AtomicBoolean();
        var tokenOwnerResolver = new TokenOwnerResolver(
                gatehouse.accounts(),
                gatehouse.admission(),
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
        assertThat(OpenTokens.of(id("faster"), gatehouse.events())).hasSize(2);
    }

    @Test
    void whoever_is_deleted_at_that_very_moment_leaves_an_address_or_number_that_is_nobodys() {
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
    void whoever_moves_at_that_very_moment_leaves_an_address_that_is_nobodys() {
        gatehouse.signUp(id("alice"), address("dave"));
        gatehouse.signUp(id("bob"), address("erin"));
        assertThat(moving("alice").emailCode("dave").account()).isEqualTo(id("dave"));
        assertThat(moving("bob").magicUrl("erin").account()).isEqualTo(id("erin"));
        assertThat(gatehouse.view(id("dave")).targets()).hasSize(1);
        assertThat(gatehouse.view(id("erin")).targets()).hasSize(1);
        assertThat(gatehouse.letterbox()).extracting(MessageRequested::account).containsExactly(id("dave"), id("erin"));
        assertThat(OpenTokens.of(id("alice"), gatehouse.events())).isEmpty();
        assertThat(OpenTokens.of(id("bob"), gatehouse.events())).isEmpty();
    }

    @Test
    void a_blocked_user_is_written_to_unless_the_project_is_strict() {
        gatehouse.block(gatehouse.signUp("alice"));
        assertThat(requests.emailCode("alice").account()).isEqualTo(id("alice"));
        assertThat(requests.magicUrl("alice").account()).isEqualTo(id("alice"));
        assertThat(gatehouse.letterbox()).hasSize(2);
        gatehouse.with(SamplePolicies.STRICT);
        var before = gatehouse.events();
        assertThat(requests.emailCode("alice").account()).isEqualTo(id("alice"));
        assertThat(requests.magicUrl("alice").account()).isEqualTo(id("alice"));
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void a_blocked_user_gets_no_code_by_sms_in_a_strict_project() {
        requests.phoneCode("alice");
        gatehouse.block(gatehouse.view(id("alice")));
        requests.phoneCode("alice");
        assertThat(gatehouse.letterbox()).hasSize(2);
        gatehouse.with(SamplePolicies.STRICT);
        requests.phoneCode("alice");
        assertThat(gatehouse.letterbox()).hasSize(2);
    }

    @Test
    void the_phone_of_a_tester_has_a_code_of_its_own_and_is_sent_nothing() {
        gatehouse.with(SamplePolicies.mocking(PHONE, new Secret("123123")));
        assertThat(requests.phoneCode("alice").secret()).isEqualTo(new Secret("123123"));
        assertThat(gatehouse.letterbox()).isEmpty();
        gatehouse.with(SamplePolicies.mocking(new PhoneNumber("+33612345678"), new Secret("123123")));
        assertThat(requests.phoneCode("alice").secret()).isNotEqualTo(new Secret("123123"));
        assertThat(gatehouse.letterbox()).hasSize(1);
    }

    @Test
    void where_a_channel_is_off_nobody_is_written_to_and_nobody_becomes_a_user() {
        var mute = new Requests(gatehouse, new MessagingAvailability(false, false));
        assertThat(refusalOf(() -> mute.emailCode("alice"))).contains(new MailIsOff());
        assertThat(refusalOf(() -> mute.magicUrl("alice"))).contains(new MailIsOff());
        assertThat(refusalOf(() -> mute.phoneCode("alice"))).contains(new SmsIsOff());
        assertThat(gatehouse.events()).isEmpty();
    }

    @Test
    void the_security_log_has_one_entry_for_each_request() {
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
        return gatehouse.letterbox().getLast();
    }

    /** Bob's app. */
    private void happensToBeReachedAt(String identifier) {
        var target = new TargetId(id("bob").project(), "push-" + identifier);
        gatehouse.happened(new TargetCreated(id("bob"), target, "push", new Identifier(identifier), NOON));
    }

    private Requests leaving(String user) {
        return requests.overtakenBy(() -> gatehouse.delete(id(user)));
    }

    private Requests moving(String user) {
        var command = new UpdateEmail.Command(id(user), address(user + "-elsewhere"), PASSWORD);
        var updateEmail = new UpdateEmail(
                gatehouse.accounts(),
                gatehouse.passwords(),
                gatehouse.admission(),
                gatehouse.relocation(),
                gatehouse.notices(),
                gatehouse.clock());
        return requests.overtakenBy(() -> updateEmail.handle(command, gatehouse.visit()));
    }

    private IssuedToken emailCode(String wanted, String address) {
        return emailCode(gatehouse.addressees(), wanted, address);
    }

    private IssuedToken emailCode(TokenOwnerResolver tokenOwnerResolver, String wanted, String address) {
        var command = new SendEmailCode.Command(
                gatehouse.project(), id(wanted), new EmailAddress(address), false, Locale.ENGLISH);
        return new SendEmailCode(
                        Requests.OPEN, tokenOwnerResolver, gatehouse.mint(), gatehouse.letters(), gatehouse.store())
                .handle(command, OCCASION);
    }
}
