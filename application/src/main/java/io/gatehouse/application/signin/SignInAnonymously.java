package io.gatehouse.application.signin;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.application.session.SessionOpener;
import io.gatehouse.application.signup.NewAccount;
import io.gatehouse.application.signup.SignUpPolicy;
import io.gatehouse.domain.Refusal.UserCountExceeded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.ProviderUid;

/** Creates an anonymous account and opens a session for it. The account can be completed later and keeps its ID. */
public final class SignInAnonymously {

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

    public record Command() {}

    /** @throws RefusedException with {@link UserCountExceeded} */
    public OpenedSession handle(Command command, RequestContext context) {
        signUpPolicy.requireCapacity(context.project());
        var account = new AccountId(context.project().id(), ids.next());
        var sessionDraft = sessionOpener.draft(context, account);
        var newAccount = NewAccount.anonymous(account, sessionDraft.at());
        return store.transact(context.audited(AuditAction.SESSION_CREATE), streams -> {
            newAccount.appendTo(streams);
            return sessionOpener.open(streams, sessionDraft, SignInMethod.ANONYMOUS, new ProviderUid(""));
        });
    }
}
