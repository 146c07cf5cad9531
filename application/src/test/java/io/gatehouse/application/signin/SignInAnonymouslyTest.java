package io.gatehouse.application.signin;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.Refusal.UserCountExceeded;
import io.gatehouse.domain.account.Preferences;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SignInAnonymouslyTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();

    @Test
    void somebody_who_does_not_say_who_they_are_is_a_user_nobody_knows_anything_about() {
        var opened = signIn();
        assertThat(opened.session())
                .returns("anonymous", SessionView::provider)
                .returns("", SessionView::providerUid)
                .returns(List.of("anonymous"), SessionView::factors);
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
    void the_secret_proves_that_they_are_the_same_person() {
        var opened = signIn();
        var user = id(opened.session().userId());
        assertThat(gatehouse.callers().authenticate(user, opened.secret().digest(), gatehouse.now()))
                .isPresent();
    }

    @Test
    void every_time_it_is_somebody_else() {
        assertThat(signIn().session().userId()).isNotEqualTo(signIn().session().userId());
    }

    @Test
    void a_full_project_takes_in_nobody() {
        gatehouse.with(SamplePolicies.atMostUsers(1));
        signIn();
        assertThat(refusalOf(this::signIn)).contains(new UserCountExceeded());
    }

    @Test
    void it_is_one_entry_in_the_security_log() {
        var user = id(signIn().session().userId());
        assertThat(gatehouse.logs().of(user, 25, 0)).extracting(LogEntry::event).containsExactly("session.create");
    }

    private OpenedSession signIn() {
        var command = new SignInAnonymously.Command(gatehouse.project(), Locale.ENGLISH);
        return new SignInAnonymously(gatehouse.admission(), gatehouse.store(), gatehouse.signIns(), gatehouse.ids())
                .handle(command, OCCASION);
    }
}
