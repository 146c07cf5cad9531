package io.gatehouse.application.signin;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.application.session.SessionOpener;
import io.gatehouse.application.session.SessionOpener.Way;
import io.gatehouse.application.signup.NewAccount;
import io.gatehouse.application.signup.SignUpPolicy;
import io.gatehouse.domain.Refusal.UserCountExceeded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.ProviderUid;
import java.util.List;
import java.util.Locale;

/** Takes in somebody who does not say who they are. They may do so later, and stay who they were. */
public final class SignInAnonymously {

    private static final Way ANONYMOUSLY = new Way("anonymous", new ProviderUid(""), List.of("anonymous"), false);

    private final SignUpPolicy signUpPolicy;
    private final EventStore store;
    private final SessionOpener sessionOpener;
    private final Ids ids;

    public SignInAnonymously(SignUpPolicy signUpPolicy, EventStore store, SessionOpener sessionOpener, Ids ids) {
        this.signUpPolicy = signUpPolicy;
        this.store = store;
        this.sessionOpener = sessionOpener;
        this.ids = ids;
    }

    public record Command(Project project, Locale locale) {}

    /** @throws RefusedException with {@link UserCountExceeded} */
    public OpenedSession handle(Command command, RequestMetadata metadata) {
        signUpPolicy.requireCapacity(command.project());
        var account = new AccountId(command.project().id(), ids.next());
        var context = new RequestContext(command.project(), command.locale(), metadata);
        var sessionDraft = sessionOpener.draft(context, account);
        var newAccount = NewAccount.anonymous(account, sessionDraft.at());
        return store.transact(metadata.audited(AuditAction.SESSION_CREATE), streams -> {
            newAccount.appendTo(streams);
            return sessionOpener.open(streams, sessionDraft, ANONYMOUSLY);
        });
    }
}
