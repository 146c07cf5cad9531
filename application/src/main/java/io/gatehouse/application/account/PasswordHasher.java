package io.gatehouse.application.account;

import io.gatehouse.domain.Refusal.Overloaded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PlainPassword;
import org.jspecify.annotations.Nullable;

/**
 * Turns passwords into what cannot be turned back, slowly on purpose.
 *
 * <p>Every method waits for one of a few threads, and throws {@link RefusedException} with {@link Overloaded} at once
 * when too many wait already.
 */
public interface PasswordHasher {

    PasswordHash hash(PlainPassword password);

    /**
     * @param hash what to compare with; null compares with the hash of nothing, in the same time
     * @return whether they match; never true for null
     */
    boolean matches(PlainPassword password, @Nullable PasswordHash hash);

    /** Whether a hash was made with other parameters than new ones are. Costs nothing. */
    boolean isOutdated(PasswordHash hash);
}
