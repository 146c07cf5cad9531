package io.gatehouse.application.project;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tenant and its configuration.
 *
 * @param hostnames of its web platforms, exact, {@code *} or {@code *.example.com}
 * @param schemes the URL schemes of its native platforms, without the colon
 * @param switchedOff the disabled sign-in methods
 */
public record Project(
        ProjectId id,
        String name,
        List<ApiKey> keys,
        List<String> hostnames,
        Set<String> schemes,
        Set<SignInMethod> switchedOff,
        boolean accountServiceOn,
        boolean restOn,
        Policies policies) {

    public Optional<ApiKey> findKey(Secret presented) {
        return keys.stream().filter(key -> key.matches(presented)).findFirst();
    }

    /**
     * An API key of a server.
     *
     * @param scopes the API's names, such as {@code sessions.write}
     * @param expiresAt null if it never expires
     */
    public record ApiKey(
            String name,
            SecretDigest secret,
            Set<String> scopes,
            @Nullable Instant expiresAt) {

        boolean matches(Secret presented) {
            return secret.matches(presented.digest());
        }

        public boolean hasExpired(Instant now) {
            return expiresAt != null && expiresAt.isBefore(now);
        }
    }
}
