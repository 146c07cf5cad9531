package io.gatehouse.domain.session;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;
import java.util.List;

/** Everything that can have happened to a session. */
public sealed interface SessionEvent extends Event {

    AccountId account();

    @Override
    default ProjectId project() {
        return account().project();
    }

    @Override
    default String userId() {
        return account().value();
    }

    /** Which session. */
    SessionId session();

    /**
     * @param secret the digest of the session secret that the client presents
     * @param provider how the user signed in: {@code email}, {@code anonymous}, {@code magic-url} …
     * @param providerUid the user's identifier at that provider; for {@code email} the address
     * @param factors the factors proven at sign-in, in that order
     * @param countryCode ISO 3166-1 alpha-2, lower case; {@code --} if unknown
     * @param expiresAt the last instant at which the session is valid
     */
    record SessionCreated(
            AccountId account,
            SessionId session,
            SecretDigest secret,
            String provider,
            ProviderUid providerUid,
            List<AuthenticationFactor> factors,
            IpAddress ip,
            UserAgent userAgent,
            Client client,
            String countryCode,
            Instant expiresAt,
            Instant at)
            implements SessionEvent {}

    record SessionRevoked(AccountId account, SessionId session, Instant at) implements SessionEvent {}

    /** @param expiresAt the new last instant at which the session is valid */
    record SessionExtended(AccountId account, SessionId session, Instant expiresAt, Instant at)
            implements SessionEvent {}

    /** The user has proven another factor. */
    record SessionFactorAdded(AccountId account, SessionId session, AuthenticationFactor factor, Instant at)
            implements SessionEvent {}

    /** The user has passed a challenge, possibly with a factor that was proven before. */
    record SessionChallengePassed(AccountId account, SessionId session, Instant at) implements SessionEvent {}

    /** It was ended because a newer one exceeded the limit of sessions. */
    record SessionEvicted(AccountId account, SessionId session, Instant at) implements SessionEvent {}

    /** Recorded when the expired session is removed; it is invalid from its expiry on. */
    record SessionExpired(AccountId account, SessionId session, Instant at) implements SessionEvent {}
}
