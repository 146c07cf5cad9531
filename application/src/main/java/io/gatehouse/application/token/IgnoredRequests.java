package io.gatehouse.application.token;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.token.TokenEvent.TokenRequestIgnored;

/**
 * Requests for a code or a link that a strict project does not serve, because the account is blocked.
 *
 * <p>The response and its duration must not reveal the block to the requester. So nothing is issued or sent, but the
 * same work is done: the message is composed, the account is read, and one event is appended, which auditors see.
 */
public final class IgnoredRequests {

    private final EventStore store;

    public IgnoredRequests(EventStore store) {
        this.store = store;
    }

    public static boolean isIgnored(Project project, boolean blocked) {
        return project.policies().strict() && blocked;
    }

    /** @return the same token, which is not stored and can never be redeemed */
    public IssuedToken record(IssuedToken token, RequestContext context) {
        return store.transact(context.metadata(), streams -> {
            streams.read(token.account());
            streams.append(new TokenRequestIgnored(token.account(), token.id(), token.createdAt()));
            return token;
        });
    }
}
