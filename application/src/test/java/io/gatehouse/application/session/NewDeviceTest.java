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
import io.gatehouse.application.token.Requests;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.session.Client;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of {@link SessionAlerts}: who is told of a device that is new. */
class NewDeviceTest {

    private static final Client PIXEL = new Client(
            "AND", "Android", "16", "browser", "CM", "Chrome Mobile", "140.0", "", "", "smartphone", "Google", "Pixel");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final Requests requests = new Requests(gatehouse);

    @BeforeEach
    void notices_are_on() {
        gatehouse.with(SamplePolicies.noticing(Policies.DEFAULT));
        gatehouse.signUp("alice");
    }

    @Test
    void a_sign_in_from_a_new_device_is_told_of_with_all_that_is_known_about_it() {
        gatehouse.signIn("alice");
        gatehouse.using(PIXEL);
        var session = gatehouse.signIn("alice").session();
        assertThat(gatehouse.letterbox())
                .singleElement()
                .returns(MessageType.NEW_DEVICE, MessageRequested::template)
                .returns(new Recipient("alice@example.com"), MessageRequested::recipient)
                .returns(session.id().value(), MessageRequested::subject);
        assertThat(gatehouse.lastLetter())
                .contains(entry("device", "Chrome Mobile"), entry("signedInAt", "2026-01-01T12:00:00Z"));
    }

    @Test
    void the_first_sign_in_of_all_is_from_no_new_device() {
        gatehouse.signIn("alice");
        assertThat(told()).isEmpty();
    }

    @Test
    void a_device_is_new_once_even_if_all_sessions_have_ended() {
        gatehouse.signIn("alice");
        gatehouse.using(PIXEL);
        gatehouse.signIn("alice");
        gatehouse.pass(InMemoryGatehouse.SESSION_DURATION.plusMillis(1));
        gatehouse.signIn("alice");
        gatehouse.using(CURL);
        gatehouse.signIn("alice");
        assertThat(told()).containsExactly(MessageType.NEW_DEVICE);
    }

    @Test
    void of_one_sign_in_there_is_one_mail_and_a_new_device_says_more() {
        gatehouse.with(SamplePolicies.noticing(SamplePolicies.alertingOfAtMostSessions(10)));
        gatehouse.signIn("alice");
        gatehouse.using(PIXEL);
        gatehouse.signIn("alice");
        gatehouse.signIn("alice");
        assertThat(told()).containsExactly(MessageType.NEW_DEVICE, MessageType.SESSION_ALERT);
    }

    @Test
    void a_new_device_is_told_of_even_if_its_user_signed_in_by_mail_or_holds_no_other_session() {
        gatehouse.signIn("alice");
        gatehouse.pass(InMemoryGatehouse.SESSION_DURATION.plusMillis(1));
        gatehouse.using(PIXEL);
        signIn(requests.emailCode("alice"));
        assertThat(told()).containsExactly(MessageType.OTP_SESSION, MessageType.NEW_DEVICE);
    }

    @Test
    void nobody_is_told_unless_the_project_wants_it_and_mail_can_be_sent() {
        gatehouse.signIn("alice");
        gatehouse.using(PIXEL);
        gatehouse.with(Policies.DEFAULT);
        gatehouse.signIn("alice");
        gatehouse.with(SamplePolicies.noticing(Policies.DEFAULT));
        gatehouse.with(new MessagingAvailability(false, true));
        gatehouse.using(Client.UNKNOWN);
        gatehouse.signIn("alice");
        assertThat(told()).isEmpty();
    }

    @Test
    void whoever_has_no_address_cannot_be_told() {
        signIn(requests.phoneCode("bob"));
        gatehouse.using(PIXEL);
        signIn(requests.phoneCode("bob"));
        assertThat(told()).containsExactly(MessageType.PHONE_LOGIN, MessageType.PHONE_LOGIN);
    }

    @Test
    void a_device_of_somebody_else_is_new_and_so_is_none_after_its_user_was_deleted() {
        gatehouse.signUp("bob");
        gatehouse.using(PIXEL);
        gatehouse.signIn("bob");
        gatehouse.using(CURL);
        gatehouse.signIn("alice");
        gatehouse.using(PIXEL);
        gatehouse.signIn("alice");
        assertThat(told()).containsExactly(MessageType.NEW_DEVICE);
        gatehouse.delete(id("alice"));
        gatehouse.signUp("alice");
        gatehouse.pass(Duration.ofSeconds(1));
        gatehouse.using(CURL);
        gatehouse.signIn("alice");
        assertThat(told()).hasSize(1);
    }

    private List<MessageType> told() {
        return gatehouse.letterbox().stream().map(MessageRequested::template).toList();
    }

    private void signIn(IssuedToken token) {
        var command = new SignInWithToken.Command(gatehouse.project(), token.account(), token.secret(), Locale.ENGLISH);
        new SignInWithToken(gatehouse.redemption(), gatehouse.signIns()).handle(command, InMemoryGatehouse.OCCASION);
    }
}
