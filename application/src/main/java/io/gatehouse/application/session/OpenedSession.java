package io.gatehouse.application.session;

import io.gatehouse.domain.Secret;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;

/** A new session, with its secret, which is returned to the client only once. */
public record OpenedSession(SessionView session, Secret secret) {

    static OpenedSession of(SessionCreated event, Secret secret) {
        var view = new SessionView(
                event.session(),
                event.account().value(),
                event.at(),
                event.at(),
                event.expiresAt(),
                event.provider(),
                event.providerUid().value(),
                event.ip().value(),
                event.client(),
                event.countryCode(),
                event.factors(),
                null);
        return new OpenedSession(view, secret);
    }
}
