package io.gatehouse.domain.session;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;
import java.util.List;

/** Everything that can have happened to a session. */
public sealed interface SessionEvent extends Event {

    /** Which session. */
    SessionId session();

    /**
     * @param secret the digest of what the client presents from now on
     * @param provider how the user signed in: {@code email}, {@code anonymous}, {@code magic-url} …
     * @param providerUid who the user is to that provider; for {@code email} the address
     * @param factors what the user has proven so far, in that order
     * @param countryCode ISO 3166-1 alpha-2, lower case; {@code --} if unknown
     * @param expiresAt the last instant at which the session is valid
     */
    record SessionCreated(
            AccountId account,
            SessionId session,
            SecretDigest secret,
            String provider,
            ProviderUid providerUid,
            List<String> factors,
            IpAddress ip,
            UserAgent userAgent,
            Client client,
            String countryCode,
            Instant expiresAt,
            Instant at)
            implements SessionEvent {}

    record SessionRevoked(AccountId account, SessionId session, Instant at) implements SessionEvent {}

    /** @param expiresAt the last instant at which the session is valid from now on */
    record SessionExtended(AccountId account, SessionId session, Instant expiresAt, Instant at)
            implements SessionEvent {}

    /** Its user has proven something more. */
    record SessionFactorAdded(AccountId account, SessionId session, String factor, Instant at)
            implements SessionEvent {}

    /** Its user has passed a challenge, be it by a factor that was proven before. */
    record SessionChallengePassed(AccountId account, SessionId session, Instant at) implements SessionEvent {}

    /** It made room for a newer one. */
    record SessionEvicted(AccountId account, SessionId session, Instant at) implements SessionEvent {}

    /** Written when the session is cleared away; it was of no use from the moment it ran out. */
    record SessionExpired(AccountId account, SessionId session, Instant at) implements SessionEvent {}
}
