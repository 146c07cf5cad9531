package io.gatehouse.application.mfa.challenge;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.mfa.MfaRequests;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.project.Policies.Factors;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.application.signin.SignInAnonymously;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.EmailNotFound;
import io.gatehouse.domain.Refusal.EmailNotVerified;
import io.gatehouse.domain.Refusal.FactorIsOff;
import io.gatehouse.domain.Refusal.MailIsOff;
import io.gatehouse.domain.Refusal.PhoneNotFound;
import io.gatehouse.domain.Refusal.PhoneNotVerified;
import io.gatehouse.domain.Refusal.SmsIsOff;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneVerified;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeCreated;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreateChallengeTest {

    private static final PhoneNumber PHONE = new PhoneNumber("+4915112345678");
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final MfaRequests factors = new MfaRequests(gatehouse);

    @BeforeEach
    void sign_up_alice() {
        gatehouse.signUp("alice");
    }

    @ParameterizedTest
    @EnumSource
    void a_challenge_is_open_for_an_hour_and_bound_to_its_session(Factor factor) {
        reachable();
        var session = session();
        var challenge = factors.challenge(session, factor);
        assertThat(challenge.account()).isEqualTo(id("alice"));
        assertThat(challenge.createdAt()).isEqualTo(NOON);
        assertThat(challenge.expiresAt()).isEqualTo(NOON.plus(AN_HOUR));
        assertThat(created())
                .returns(challenge.id(), MfaChallengeCreated::challenge)
                .returns(session.id(), MfaChallengeCreated::session)
                .returns(factor, MfaChallengeCreated::factor)
                .returns(challenge.expiresAt(), MfaChallengeCreated::expiresAt);
    }

    @Test
    void a_code_by_email_is_sent_to_the_address_with_its_validity() {
        reachable();
        var challenge = factors.challenge(session(), Factor.EMAIL);
        assertThat(gatehouse.requestedMessages())
                .singleElement()
                .returns(MessageType.MFA_CHALLENGE, MessageRequested::template)
                .returns(new Recipient(address("alice").value()), MessageRequested::recipient)
                .returns(challenge.id().value(), MessageRequested::subject)
                .returns(challenge.expiresAt(), MessageRequested::expiresAt);
        assertThat(gatehouse.lastMessageVariables())
                .containsOnly(
                        entry("user", "Sample User"),
                        entry("otp", factors.sent().value()),
                        entry("agentClient", "curl"),
                        entry("agentOs", "UNKNOWN"),
                        entry("agentDevice", "UNKNOWN"),
                        entry("validMinutes", "60"));
        assertThat(factors.sent().value()).matches("\\d{6}");
    }

    @Test
    void a_code_by_sms_is_sent_to_the_number_even_if_it_is_a_mock_number() {
        gatehouse.with(SamplePolicies.mockNumber(PHONE, new Secret("424242")));
        reachable();
        var challenge = factors.challenge(session(), Factor.PHONE);
        assertThat(gatehouse.requestedMessages())
                .singleElement()
                .returns(MessageType.PHONE_CHALLENGE, MessageRequested::template)
                .returns(new Recipient(PHONE.value()), MessageRequested::recipient)
                .returns(challenge.id().value(), MessageRequested::subject)
                .returns(challenge.expiresAt(), MessageRequested::expiresAt);
        assertThat(gatehouse.lastMessageVariables()).containsOnlyKeys("otp", "validMinutes");
        assertThat(factors.sent()).isNotEqualTo(new Secret("424242"));
    }

    @Test
    void a_code_is_stored_as_a_keyed_digest_of_its_challenge() {
        reachable();
        factors.challenge(session(), Factor.EMAIL);
        var challenge = created().challenge().value();
        assertThat(created().code())
                .isNotEqualTo(factors.sent().digest())
                .isEqualTo(gatehouse.digests().of(challenge, factors.sent()))
                .isNotEqualTo(gatehouse.digests().of("other", factors.sent()));
        assertThat(created().sentTo()).isEqualTo(new Recipient(address("alice").value()));
    }

    @ParameterizedTest
    @EnumSource(names = {"TOTP", "RECOVERY_CODE"})
    void a_challenge_by_authenticator_or_recovery_code_sends_nothing_even_if_there_is_none(Factor factor) {
        factors.challenge(session(), factor);
        assertThat(gatehouse.requestedMessages()).isEmpty();
        assertThat(created().code()).isNull();
        assertThat(created().sentTo()).isNull();
    }

    @Test
    void a_challenge_by_email_is_refused_without_the_factor_then_mail_then_a_verified_address() {
        gatehouse.with(new MessagingAvailability(false, false));
        gatehouse.with(SamplePolicies.factors(new Factors(true, false, true)));
        assertThat(refusal(Factor.EMAIL)).contains(new FactorIsOff("email"));
        gatehouse.with(Policies.DEFAULT);
        assertThat(refusal(Factor.EMAIL)).contains(new MailIsOff());
        gatehouse.with(new MessagingAvailability(true, false));
        assertThat(refusal(Factor.EMAIL)).contains(new EmailNotVerified());
        assertThat(refusal(guest(), Factor.EMAIL)).contains(new EmailNotFound());
        gatehouse.append(new EmailVerified(id("alice"), NOON));
        assertThat(refusal(Factor.EMAIL)).isEmpty();
    }

    @Test
    void a_challenge_by_phone_is_refused_without_the_factor_then_sms_then_a_verified_number() {
        gatehouse.with(new MessagingAvailability(false, false));
        gatehouse.with(SamplePolicies.factors(new Factors(true, true, false)));
        assertThat(refusal(Factor.PHONE)).contains(new FactorIsOff("phone"));
        gatehouse.with(Policies.DEFAULT);
        assertThat(refusal(Factor.PHONE)).contains(new SmsIsOff());
        gatehouse.with(new MessagingAvailability(false, true));
        assertThat(refusal(Factor.PHONE)).contains(new PhoneNotFound());
        gatehouse.append(new PhoneChanged(id("alice"), PHONE, NOON));
        assertThat(refusal(Factor.PHONE)).contains(new PhoneNotVerified());
        gatehouse.append(new PhoneVerified(id("alice"), NOON));
        assertThat(refusal(Factor.PHONE)).isEmpty();
    }

    @Test
    void a_challenge_by_authenticator_needs_the_factor_and_one_by_recovery_code_does_not() {
        gatehouse.with(new MessagingAvailability(false, false));
        gatehouse.with(SamplePolicies.factors(new Factors(false, false, false)));
        assertThat(refusal(Factor.TOTP)).contains(new FactorIsOff("totp"));
        assertThat(refusal(Factor.RECOVERY_CODE)).isEmpty();
    }

    @Test
    void a_refused_challenge_appends_no_event() {
        var session = session();
        var before = gatehouse.events();
        assertThat(refusal(session, Factor.EMAIL)).contains(new EmailNotVerified());
        assertThat(refusal(session, Factor.PHONE)).contains(new PhoneNotFound());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void several_challenges_can_be_open_each_with_a_code_of_its_own() {
        reachable();
        var session = session();
        var first = factors.challenge(session, Factor.EMAIL);
        var codeOfFirst = factors.sent();
        var second = factors.challenge(session, Factor.EMAIL);
        var codeOfSecond = factors.sent();
        assertThat(codeOfSecond).isNotEqualTo(codeOfFirst);
        factors.answer(second.id(), session, codeOfSecond);
        factors.answer(first.id(), session, codeOfFirst);
    }

    @Test
    void a_challenge_is_refused_if_the_user_was_blocked_after_authentication() {
        reachable();
        var session = session();
        gatehouse.block(gatehouse.view(id("alice")));
        for (var factor : Factor.values()) {
            assertThat(refusal(session, factor)).contains(new UserIsBlocked());
        }
    }

    @Test
    void a_challenge_leaves_one_log_entry_and_does_not_change_the_account() {
        var before = gatehouse.view(id("alice"));
        gatehouse.advanceClock(Duration.ofSeconds(1));
        factors.challenge(session(), Factor.TOTP);
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .filteredOn(entry -> entry.event().equals("challenge.create"))
                .hasSize(1);
        assertThat(gatehouse.view(id("alice"))).isEqualTo(before);
    }

    /** Her address and her number are verified. */
    private void reachable() {
        gatehouse.append(new EmailVerified(id("alice"), NOON));
        gatehouse.append(new PhoneChanged(id("alice"), PHONE, NOON));
        gatehouse.append(new PhoneVerified(id("alice"), NOON));
    }

    private SessionView guest() {
        var command = new SignInAnonymously.Command();
        return new SignInAnonymously(
                        gatehouse.signUpPolicy(), gatehouse.store(), gatehouse.sessionOpener(), gatehouse.ids())
                .handle(command, gatehouse.context())
                .session();
    }

    private SessionView session() {
        return gatehouse.signIn("alice").session();
    }

    private MfaChallengeCreated created() {
        return gatehouse.store().all(MfaChallengeCreated.class).findFirst().orElseThrow();
    }

    private Optional<Refusal> refusal(Factor factor) {
        return refusal(session(), factor);
    }

    private Optional<Refusal> refusal(SessionView session, Factor factor) {
        return refusalOf(() -> factors.challenge(session, factor));
    }
}
