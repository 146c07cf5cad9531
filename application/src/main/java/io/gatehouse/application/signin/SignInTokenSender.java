package io.gatehouse.application.signin;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.signin.TokenOwnerResolver.TokenOwner;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.token.TokenEvent.TokenRequestIgnored;
import org.jspecify.annotations.Nullable;

/** Issues sign-in tokens together with the messages that carry them. */
public final class SignInTokenSender {

    private final EventStore store;

    public SignInTokenSender(EventStore store) {
        this.store = store;
    }

    /**
     * For a blocked account of a strict project nothing is issued or sent. Neither the response nor its duration may
     * reveal the block: the message, already composed, is discarded; the account is read, and one event is appended,
     * which auditors see.
     *
     * @param message null for a test phone number, whose code is fixed
     * @return the token; if the request is ignored, it is not stored and can never be redeemed
     * @throws RefusedException if the owner cannot be given the token
     */
    IssuedToken send(TokenOwner owner, IssuedToken token, @Nullable MessageRequested message, RequestContext context) {
        if (owner.isBlocked() && context.project().policies().strict()) {
            return ignore(token, context);
        }
        return store.transact(context.audited(AuditAction.SESSION_CREATE), streams -> {
            owner.createOrRequire(streams);
            streams.append(token.issued());
            if (message != null) {
                streams.append(message);
            }
            return token;
        });
    }

    private IssuedToken ignore(IssuedToken token, RequestContext context) {
        return store.transact(context.metadata(), streams -> {
            streams.read(token.account());
            streams.append(new TokenRequestIgnored(token.account(), token.id(), token.createdAt()));
            return token;
        });
    }
}
