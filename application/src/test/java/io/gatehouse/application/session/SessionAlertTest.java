package io.gatehouse.application.session;

import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.signin.SignInWithPassword;
import io.gatehouse.application.signin.SignInWithToken;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.TokenRequests;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of {@link SessionOpener}: which new sessions send an alert. */
class SessionAlertTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final TokenRequests requests = new TokenRequests(gatehouse);

    @BeforeEach
    void enable_alerts_and_sign_up_alice() {
        gatehouse.with(SamplePolicies.sessionLimitWithAlerts(10));
        gatehouse.signUp("alice");
    }

    @Test
    void a_second_session_sends_an_alert_with_device_location_and_time() {
        gatehouse.signIn("alice");
        var second = gatehouse.signIn("alice").session();
        assertThat(alerts())
                .singleElement()
                .returns(new Recipient("alice@example.com"), MessageRequested::recipient)
                .returns(second.id().value(), MessageRequested::subject)
                .returns(null, MessageRequested::expiresAt);
        assertThat(gatehouse.lastMessageVariables())
                .containsOnly(
                        entry("user", "Sample User"),
                        entry("device", "curl"),
                        entry("ipAddress", "192.0.2.1"),
                        entry("countryCode", "de"),
                        entry("country", "Germany"),
                        entry("signedInAt", "2026-01-01T12:00:00Z"));
    }

    @Test
    void a_session_without_other_open_sessions_sends_no_alert() {
        gatehouse.signIn("alice");
        assertThat(alerts()).isEmpty();
        gatehouse.advanceClock(InMemoryGatehouse.SESSION_DURATION.plusMillis(1));
        gatehouse.signIn("alice");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void with_a_session_limit_of_one_no_alert_is_sent() {
        gatehouse.with(SamplePolicies.sessionLimitWithAlerts(1));
        gatehouse.signIn("alice");
        gatehouse.signIn("alice");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void no_alert_is_sent_without_alerts_in_the_project() {
        gatehouse.with(Policies.DEFAULT);
        gatehouse.signIn("alice");
        gatehouse.signIn("alice");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_sign_in_by_mail_sends_no_alert() {
        gatehouse.signIn("alice");
        signIn(requests.magicUrl("alice"));
        signIn(requests.emailCode("alice"));
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_sign_in_by_sms_sends_an_alert_if_the_user_has_an_address() {
        gatehouse.append(new PhoneChanged(id("alice"), TokenRequests.PHONE, gatehouse.now()));
        gatehouse.signIn("alice");
        signIn(requests.phoneCode("alice"));
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void a_user_without_an_address_gets_no_alert() {
        signIn(requests.phoneCode("bob"));
        signIn(requests.phoneCode("bob"));
        assertThat(alerts()).isEmpty();
    }

    @Test
    void the_alert_is_in_the_language_of_the_sign_in() {
        gatehouse.signIn("alice");
        gatehouse.advanceClock(Duration.ofSeconds(1));
        var command = new SignInWithPassword.Command(address("alice"), PASSWORD);
        var context = gatehouse.context();
        var inBrazil = new RequestContext(context.project(), Locale.of("pt", "BR"), context.metadata());
        new SignInWithPassword(gatehouse.accounts(), gatehouse.hasher(), gatehouse.store(), gatehouse.sessionOpener())
                .handle(command, inBrazil);
        assertThat(alerts()).extracting(MessageRequested::locale).containsExactly("pt-BR");
        assertThat(gatehouse.lastMessageVariables()).contains(entry("country", "Alemanha"));
    }

    private List<MessageRequested> alerts() {
        return gatehouse.requestedMessages().stream()
                .filter(message -> message.template() == MessageType.SESSION_ALERT)
                .toList();
    }

    private void signIn(IssuedToken token) {
        var command = new SignInWithToken.Command(token.account(), token.secret());
        new SignInWithToken(gatehouse.tokenRedemption(), gatehouse.sessionOpener())
                .handle(command, gatehouse.context());
    }
}
