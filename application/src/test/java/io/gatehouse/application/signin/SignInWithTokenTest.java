package io.gatehouse.application.signin;

import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.TokenRequests;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.token.TokenEvent.TokenRedeemed;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInWithTokenTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final TokenRequests requests = new TokenRequests(gatehouse);

    @Test
    void a_mailed_link_signs_in_and_verifies_the_address() {
        var opened = signIn(requests.magicUrl("alice"));
        assertThat(opened.session())
                .returns("magic-url", SessionView::provider)
                .returns("", SessionView::providerUid)
                .returns(List.of(AuthenticationFactor.EMAIL), SessionView::factors);
        assertThat(gatehouse.view(id("alice")).emailVerified()).isTrue();
        assertThat(gatehouse.sessionsOf(id("alice"))).containsExactly(opened.session());
    }

    @Test
    void a_mailed_code_signs_in_and_verifies_the_address() {
        assertThat(signIn(requests.emailCode("alice")).session())
                .returns("token", SessionView::provider)
                .returns("", SessionView::providerUid)
                .returns(List.of(AuthenticationFactor.EMAIL), SessionView::factors);
        assertThat(gatehouse.view(id("alice")).emailVerified()).isTrue();
    }

    @Test
    void a_code_by_sms_signs_in_and_verifies_the_number() {
        assertThat(signIn(requests.phoneCode("alice")).session())
                .returns("phone", SessionView::provider)
                .returns("", SessionView::providerUid)
                .returns(List.of(AuthenticationFactor.PHONE), SessionView::factors);
        assertThat(gatehouse.view(id("alice")).phoneVerified()).isTrue();
        assertThat(gatehouse.view(id("alice")).emailVerified()).isFalse();
    }

    @Test
    void a_code_issued_to_verify_the_number_signs_in() {
        requests.phoneCode("alice");
        assertThat(signIn(requests.phoneVerification("alice")).session().provider())
                .isEqualTo("phone");
    }

    @Test
    void the_secret_of_the_session_is_not_that_of_the_token() {
        var token = requests.magicUrl("alice");
        var opened = signIn(token);
        assertThat(opened.secret()).isNotEqualTo(token.secret());
        assertThat(gatehouse
                        .authentication()
                        .authenticate(id("alice"), opened.secret().digest(), gatehouse.now()))
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
    void recovery_and_email_verification_tokens_do_not_sign_in() {
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
    void a_block_is_revealed_only_with_the_right_secret_and_the_token_is_not_spent() {
        var token = requests.magicUrl("alice");
        gatehouse.block(gatehouse.view(id("alice")));
        assertThat(refusalOf(() -> signIn("alice", new Secret("guessed")))).contains(new InvalidToken());
        assertThat(refusalOf(() -> signIn(token))).contains(new UserIsBlocked());
        assertThat(refusalOf(() -> signIn(token))).contains(new UserIsBlocked());
        assertThat(gatehouse.store().all(TokenRedeemed.class)).isEmpty();
        assertThat(gatehouse.sessionsOf(id("alice"))).isEmpty();
    }

    @Test
    void a_sign_in_leaves_one_log_entry() {
        signIn(requests.magicUrl("alice"));
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactly("session.create", "session.create");
    }

    private OpenedSession signIn(IssuedToken token) {
        return signIn(token.account().value(), token.secret());
    }

    private OpenedSession signIn(String user, Secret secret) {
        var command = new SignInWithToken.Command(id(user), secret);
        return new SignInWithToken(gatehouse.tokenRedemption(), gatehouse.sessionOpener())
                .handle(command, gatehouse.context());
    }
}
