package io.gatehouse.application.signin;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.Requests;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.token.TokenEvent.TokenRedeemed;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SignInWithTokenTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final Requests requests = new Requests(gatehouse);

    @Test
    void whoever_read_a_link_is_signed_in_and_their_address_verified() {
        var opened = signIn(requests.magicUrl("alice"));
        assertThat(opened.session())
                .returns("magic-url", SessionView::provider)
                .returns("", SessionView::providerUid)
                .returns(List.of("email"), SessionView::factors);
        assertThat(gatehouse.view(id("alice")).emailVerified()).isTrue();
        assertThat(gatehouse.sessionsOf(id("alice"))).containsExactly(opened.session());
    }

    @Test
    void whoever_read_a_code_by_mail_is_signed_in_and_their_address_verified() {
        assertThat(signIn(requests.emailCode("alice")).session())
                .returns("token", SessionView::provider)
                .returns("", SessionView::providerUid)
                .returns(List.of("email"), SessionView::factors);
        assertThat(gatehouse.view(id("alice")).emailVerified()).isTrue();
    }

    @Test
    void whoever_read_a_code_by_sms_is_signed_in_and_their_number_verified() {
        assertThat(signIn(requests.phoneCode("alice")).session())
                .returns("phone", SessionView::provider)
                .returns("", SessionView::providerUid)
                .returns(List.of("phone"), SessionView::factors);
        assertThat(gatehouse.view(id("alice")).phoneVerified()).isTrue();
        assertThat(gatehouse.view(id("alice")).emailVerified()).isFalse();
    }

    @Test
    void a_code_that_was_meant_to_verify_the_number_signs_in_too() {
        requests.phoneCode("alice");
        assertThat(signIn(requests.phoneVerification("alice")).session().provider())
                .isEqualTo("phone");
    }

    @Test
    void the_secret_of_the_session_is_not_that_of_the_token() {
        var token = requests.magicUrl("alice");
        var opened = signIn(token);
        assertThat(opened.secret()).isNotEqualTo(token.secret());
        assertThat(gatehouse.callers().authenticate(id("alice"), opened.secret().digest(), gatehouse.now()))
                .isPresent();
    }

    @Test
    void a_token_signs_in_once() {
        var token = requests.emailCode("alice");
        signIn(token);
        assertThat(refusalOf(() -> signIn(token))).contains(new InvalidToken());
        assertThat(gatehouse.sessionsOf(id("alice"))).hasSize(1);
    }

    @Test
    void what_sets_a_password_or_verifies_an_address_does_not_sign_in() {
        gatehouse.signUp("alice");
        var recovery = requests.recovery("alice");
        var verification = requests.emailVerification("alice");
        assertThat(refusalOf(() -> signIn(recovery))).contains(new InvalidToken());
        assertThat(refusalOf(() -> signIn(verification))).contains(new InvalidToken());
    }

    @Test
    void an_unknown_user_is_refused_like_a_wrong_secret() {
        requests.magicUrl("alice");
        assertThat(refusalOf(() -> signIn("alice", new Secret("guessed")))).contains(new InvalidToken());
        assertThat(refusalOf(() -> signIn("unique()", new Secret("guessed")))).contains(new InvalidToken());
    }

    @Test
    void a_block_is_revealed_to_those_who_have_the_secret_only_and_the_token_is_kept() {
        var token = requests.magicUrl("alice");
        gatehouse.block(gatehouse.view(id("alice")));
        assertThat(refusalOf(() -> signIn("alice", new Secret("guessed")))).contains(new InvalidToken());
        assertThat(refusalOf(() -> signIn(token))).contains(new UserIsBlocked());
        assertThat(refusalOf(() -> signIn(token))).contains(new UserIsBlocked());
        assertThat(gatehouse.store().all(TokenRedeemed.class)).isEmpty();
        assertThat(gatehouse.sessionsOf(id("alice"))).isEmpty();
    }

    @Test
    void a_sign_in_is_one_entry_in_the_security_log() {
        signIn(requests.magicUrl("alice"));
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactly("session.create", "session.create");
    }

    private OpenedSession signIn(IssuedToken token) {
        return signIn(token.account().value(), token.secret());
    }

    private OpenedSession signIn(String user, Secret secret) {
        var command = new SignInWithToken.Command(gatehouse.project(), id(user), secret, Locale.ENGLISH);
        return new SignInWithToken(gatehouse.redemption(), gatehouse.signIns()).handle(command, OCCASION);
    }
}
