package io.gatehouse.application.signin;

import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.Refusal.UserCountExceeded;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.session.AuthenticationFactor;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInAnonymouslyTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();

    @Test
    void an_anonymous_user_has_neither_address_number_name_nor_password() {
        var opened = signIn();
        assertThat(opened.session())
                .returns("anonymous", SessionView::provider)
                .returns("", SessionView::providerUid)
                .returns(List.of(AuthenticationFactor.ANONYMOUS), SessionView::factors);
        assertThat(gatehouse.view(id(opened.session().userId())))
                .returns(null, AccountView::email)
                .returns(null, AccountView::phone)
                .returns(null, AccountView::name)
                .returns(null, AccountView::passwordUpdatedAt)
                .returns(List.of(), AccountView::targets)
                .returns(Preferences.NONE, AccountView::preferences)
                .returns(gatehouse.now(), AccountView::accessedAt);
    }

    @Test
    void the_secret_of_the_session_identifies_the_anonymous_user() {
        var opened = signIn();
        var user = id(opened.session().userId());
        assertThat(gatehouse.authentication().authenticate(user, opened.secret().digest(), gatehouse.now()))
                .isPresent();
    }

    @Test
    void each_anonymous_sign_in_creates_a_user() {
        assertThat(signIn().session().userId()).isNotEqualTo(signIn().session().userId());
    }

    @Test
    void an_anonymous_sign_in_to_a_full_project_is_refused() {
        gatehouse.with(SamplePolicies.userLimit(1));
        signIn();
        assertThat(refusalOf(this::signIn)).contains(new UserCountExceeded());
    }

    @Test
    void an_anonymous_sign_in_leaves_one_log_entry() {
        var user = id(signIn().session().userId());
        assertThat(gatehouse.logs().of(user, 25, 0)).extracting(LogEntry::event).containsExactly("session.create");
    }

    private OpenedSession signIn() {
        var command = new SignInAnonymously.Command();
        return new SignInAnonymously(
                        gatehouse.signUpPolicy(), gatehouse.store(), gatehouse.sessionOpener(), gatehouse.ids())
                .handle(command, gatehouse.context());
    }
}
