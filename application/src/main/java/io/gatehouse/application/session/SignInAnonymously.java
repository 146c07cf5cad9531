package io.gatehouse.application.session;

import io.gatehouse.application.AuditAction;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Project;
import io.gatehouse.application.RequestContext;
import io.gatehouse.application.RequestMetadata;
import io.gatehouse.application.account.Admission;
import io.gatehouse.application.account.Newcomer;
import io.gatehouse.application.session.SignIns.Way;
import io.gatehouse.domain.Refusal.UserCountExceeded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.ProviderUid;
import java.util.List;
import java.util.Locale;

/** Takes in somebody who does not say who they are. They may do so later, and stay who they were. */
public final class SignInAnonymously {

    private static final Way ANONYMOUSLY = new Way("anonymous", new ProviderUid(""), List.of("anonymous"), false);

    private final Admission admission;
    private final EventStore store;
    private final SignIns signIns;
    private final Ids ids;

    public SignInAnonymously(Admission admission, EventStore store, SignIns signIns, Ids ids) {
        this.admission = admission;
        this.store = store;
        this.signIns = signIns;
        this.ids = ids;
    }

    public record Command(Project project, Locale locale) {}

    /** @throws RefusedException with {@link UserCountExceeded} */
    public OpenedSession handle(Command command, RequestMetadata metadata) {
        admission.findRoom(command.project());
        var account = new AccountId(command.project().id(), ids.next());
        var context = new RequestContext(command.project(), command.locale(), metadata);
        var draft = signIns.draft(context, account);
        var newcomer = Newcomer.anonymous(account, draft.at());
        return store.transact(metadata.audited(AuditAction.SESSION_CREATE), streams -> {
            newcomer.enter(streams);
            return signIns.open(streams, draft, ANONYMOUSLY);
        });
    }
}
