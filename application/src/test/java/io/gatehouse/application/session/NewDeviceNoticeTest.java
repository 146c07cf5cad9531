package io.gatehouse.application.session;

import static io.gatehouse.application.InMemoryGatehouse.CURL;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.signin.SignInWithToken;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.TokenRequests;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.session.Client;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of {@link SessionAlerts}: which sign-ins send a notice of a new device. */
class NewDeviceNoticeTest {

    private static final Client PIXEL = new Client(
            "AND", "Android", "16", "browser", "CM", "Chrome Mobile", "140.0", "", "", "smartphone", "Google", "Pixel");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final TokenRequests requests = new TokenRequests(gatehouse);

    @BeforeEach
    void enable_notices_and_sign_up_alice() {
        gatehouse.with(SamplePolicies.withSecurityNotices(Policies.DEFAULT));
        gatehouse.signUp("alice");
    }

    @Test
    void a_sign_in_from_a_new_device_sends_a_notice_with_device_and_time() {
        gatehouse.signIn("alice");
        gatehouse.using(PIXEL);
        var session = gatehouse.signIn("alice").session();
        assertThat(gatehouse.requestedMessages())
                .singleElement()
                .returns(MessageType.NEW_DEVICE, MessageRequested::template)
                .returns(new Recipient("alice@example.com"), MessageRequested::recipient)
                .returns(session.id().value(), MessageRequested::subject);
        assertThat(gatehouse.lastMessageVariables())
                .contains(entry("device", "Chrome Mobile"), entry("signedInAt", "2026-01-01T12:00:00Z"));
    }

    @Test
    void the_first_sign_in_of_a_user_sends_no_notice() {
        gatehouse.signIn("alice");
        assertThat(requestedTemplates()).isEmpty();
    }

    @Test
    void a_device_is_new_once_even_after_all_its_sessions_have_ended() {
        gatehouse.signIn("alice");
        gatehouse.using(PIXEL);
        gatehouse.signIn("alice");
        gatehouse.advanceClock(InMemoryGatehouse.SESSION_DURATION.plusMillis(1));
        gatehouse.signIn("alice");
        gatehouse.using(CURL);
        gatehouse.signIn("alice");
        assertThat(requestedTemplates()).containsExactly(MessageType.NEW_DEVICE);
    }

    @Test
    void a_sign_in_from_a_new_device_sends_a_notice_instead_of_a_session_alert() {
        gatehouse.with(SamplePolicies.withSecurityNotices(SamplePolicies.sessionLimitWithAlerts(10)));
        gatehouse.signIn("alice");
        gatehouse.using(PIXEL);
        gatehouse.signIn("alice");
        gatehouse.signIn("alice");
        assertThat(requestedTemplates()).containsExactly(MessageType.NEW_DEVICE, MessageType.SESSION_ALERT);
    }

    @Test
    void a_sign_in_by_mail_without_other_sessions_sends_a_notice_of_a_new_device() {
        gatehouse.signIn("alice");
        gatehouse.advanceClock(InMemoryGatehouse.SESSION_DURATION.plusMillis(1));
        gatehouse.using(PIXEL);
        signIn(requests.emailCode("alice"));
        assertThat(requestedTemplates()).containsExactly(MessageType.OTP_SESSION, MessageType.NEW_DEVICE);
    }

    @Test
    void no_notice_is_sent_without_notices_in_the_project_or_without_mail() {
        gatehouse.signIn("alice");
        gatehouse.using(PIXEL);
        gatehouse.with(Policies.DEFAULT);
        gatehouse.signIn("alice");
        gatehouse.with(SamplePolicies.withSecurityNotices(Policies.DEFAULT));
        gatehouse.with(new MessagingAvailability(false, true));
        gatehouse.using(Client.UNKNOWN);
        gatehouse.signIn("alice");
        assertThat(requestedTemplates()).isEmpty();
    }

    @Test
    void a_user_without_an_address_gets_no_notice() {
        signIn(requests.phoneCode("bob"));
        gatehouse.using(PIXEL);
        signIn(requests.phoneCode("bob"));
        assertThat(requestedTemplates()).containsExactly(MessageType.PHONE_LOGIN, MessageType.PHONE_LOGIN);
    }

    @Test
    void a_device_of_another_user_is_new_and_the_first_device_of_a_new_account_with_a_used_id_is_not() {
        gatehouse.signUp("bob");
        gatehouse.using(PIXEL);
        gatehouse.signIn("bob");
        gatehouse.using(CURL);
        gatehouse.signIn("alice");
        gatehouse.using(PIXEL);
        gatehouse.signIn("alice");
        assertThat(requestedTemplates()).containsExactly(MessageType.NEW_DEVICE);
        gatehouse.delete(id("alice"));
        gatehouse.signUp("alice");
        gatehouse.advanceClock(Duration.ofSeconds(1));
        gatehouse.using(CURL);
        gatehouse.signIn("alice");
        assertThat(requestedTemplates()).hasSize(1);
    }

    private List<MessageType> requestedTemplates() {
        return gatehouse.requestedMessages().stream()
                .map(MessageRequested::template)
                .toList();
    }

    private void signIn(IssuedToken token) {
        var command = new SignInWithToken.Command(token.account(), token.secret());
        new SignInWithToken(gatehouse.tokenRedemption(), gatehouse.sessionOpener())
                .handle(command, gatehouse.context());
    }
}
