package io.gatehouse.application.account;

import io.gatehouse.domain.Refusal.Overloaded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PlainPassword;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with a deliberately slow one-way function, in their {@linkplain PlainPassword#composed composed form},
 * so that a password matches however it is typed. Earlier hashes were made of the form as sent; they match in either.
 *
 * <p>{@link #hash} and {@link #matches} wait for one of a few threads. They throw {@link RefusedException} with
 * {@link Overloaded} at once if too many calls are waiting already.
 */
public interface PasswordHasher {

    PasswordHash hash(PlainPassword password);

    /**
     * Compares a password. The time depends on the password only: one hash, or two if it is not sent in the composed
     * form, whatever it is compared with.
     *
     * @param hash the hash to compare with; null compares with a dummy hash, in the same time
     * @return whether they match; never true for null
     */
    boolean matches(PlainPassword password, @Nullable PasswordHash hash);

    /** Whether a hash was made with other parameters than new hashes, or of the form as sent. Does not wait for a thread. */
    boolean isOutdated(PasswordHash hash);
}
