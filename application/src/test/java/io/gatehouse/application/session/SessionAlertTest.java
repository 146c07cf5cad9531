package io.gatehouse.application.session;

import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.PASSWORD;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.signin.SignInWithPassword;
import io.gatehouse.application.signin.SignInWithToken;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.Requests;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of {@link SessionOpener}: who is told of a new session. */
class SessionAlertTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final Requests requests = new Requests(gatehouse);

    @BeforeEach
    void alerts_are_on() {
        gatehouse.with(SamplePolicies.alertingOfAtMostSessions(10));
        gatehouse.signUp("alice");
    }

    @Test
    void a_second_session_is_told_of_with_all_that_is_known_about_it() {
        gatehouse.signIn("alice");
        var second = gatehouse.signIn("alice").session();
        assertThat(alerts())
                .singleElement()
                .returns(new Recipient("alice@example.com"), MessageRequested::recipient)
                .returns(second.id().value(), MessageRequested::subject)
                .returns(null, MessageRequested::expiresAt);
        assertThat(gatehouse.lastLetter())
                .containsOnly(
                        entry("user", "Somebody"),
                        entry("device", "curl"),
                        entry("ipAddress", "192.0.2.1"),
                        entry("countryCode", "de"),
                        entry("country", "Germany"),
                        entry("signedInAt", "2026-01-01T12:00:00Z"));
    }

    @Test
    void a_first_session_is_not_told_of_whatever_came_before() {
        gatehouse.signIn("alice");
        assertThat(alerts()).isEmpty();
        gatehouse.pass(InMemoryGatehouse.SESSION_DURATION.plusMillis(1));
        gatehouse.signIn("alice");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void with_room_for_one_session_every_one_is_the_first() {
        gatehouse.with(SamplePolicies.alertingOfAtMostSessions(1));
        gatehouse.signIn("alice");
        gatehouse.signIn("alice");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void nobody_is_told_unless_the_project_wants_it() {
        gatehouse.with(Policies.DEFAULT);
        gatehouse.signIn("alice");
        gatehouse.signIn("alice");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void whoever_signs_in_by_mail_need_not_be_mailed_that_they_did() {
        gatehouse.signIn("alice");
        signIn(requests.magicUrl("alice"));
        signIn(requests.emailCode("alice"));
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_sign_in_by_sms_is_told_of_to_those_who_have_an_address() {
        gatehouse.happened(new PhoneChanged(id("alice"), Requests.PHONE, gatehouse.now()));
        gatehouse.signIn("alice");
        signIn(requests.phoneCode("alice"));
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void whoever_has_no_address_cannot_be_told() {
        signIn(requests.phoneCode("bob"));
        signIn(requests.phoneCode("bob"));
        assertThat(alerts()).isEmpty();
    }

    @Test
    void the_alert_is_in_the_language_of_whoever_signed_in() {
        gatehouse.signIn("alice");
        gatehouse.pass(Duration.ofSeconds(1));
        var command = new SignInWithPassword.Command(
                gatehouse.project(), address("alice"), PASSWORD, Locale.forLanguageTag("pt-BR"));
        new SignInWithPassword(gatehouse.accounts(), gatehouse.hasher(), gatehouse.store(), gatehouse.signIns())
                .handle(command, OCCASION);
        assertThat(alerts()).extracting(MessageRequested::locale).containsExactly("pt-BR");
        assertThat(gatehouse.lastLetter()).contains(entry("country", "Alemanha"));
    }

    private List<MessageRequested> alerts() {
        return gatehouse.letterbox().stream()
                .filter(message -> message.template() == MessageType.SESSION_ALERT)
                .toList();
    }

    private void signIn(IssuedToken token) {
        var command = new SignInWithToken.Command(gatehouse.project(), token.account(), token.secret(), Locale.ENGLISH);
        new SignInWithToken(gatehouse.redemption(), gatehouse.signIns()).handle(command, OCCASION);
    }
}
