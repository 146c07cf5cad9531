package io.gatehouse.application.session;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session as its user sees it.
 *
 * @param countryCode ISO 3166-1 alpha-2, lower case; {@code --} if unknown
 * @param factors the verified factors, in order of verification
 * @param mfaUpdatedAt the last successful challenge; null if there was none
 */
public record SessionView(
        SessionId id,
        String userId,
        Instant createdAt,
        Instant updatedAt,
        Instant expiresAt,
        String provider,
        String providerUid,
        String ip,
        Client client,
        String countryCode,
        List<AuthenticationFactor> factors,
        @Nullable Instant mfaUpdatedAt) {

    /** Whether its verified factors satisfy the requirement of the account. */
    public boolean isCompleteFor(AccountView account) {
        return account.factorRequirement().isMetBy(factors);
    }

    /** Whether the only factor of the account that it has not proven is the password, which no challenge asks for. */
    public boolean lacksOnlyPasswordOf(AccountView account) {
        var unproven = new HashSet<>(account.provableFactors());
        factors.forEach(unproven::remove);
        return unproven.equals(Set.of(AuthenticationFactor.PASSWORD));
    }
}
