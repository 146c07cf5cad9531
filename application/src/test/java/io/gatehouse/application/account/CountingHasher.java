package io.gatehouse.application.account;

import io.gatehouse.domain.Refusal.Overloaded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PlainPassword;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hashes quickly, without resistance to attacks, and counts the hashes that a real hasher would compute. */
public final class CountingHasher implements PasswordHasher {

    private static final String PREFIX = "$sha256$v=";

    private int version = 1;
    private int computed;
    private boolean overloaded;

    /** From now on, hashes made so far are outdated. */
    public void strengthen() {
        version++;
    }

    /** From now on, every computation is refused, as if too many callers waited already. */
    public void overload() {
        overloaded = true;
    }

    /** @return how many hashes were computed, whether to keep or to compare */
    public int computed() {
        return computed;
    }

    @Override
    public PasswordHash hash(PlainPassword password) {
        return new PasswordHash(PREFIX + version + "$" + digest(password));
    }

    @Override
    public boolean matches(PlainPassword password, @Nullable PasswordHash hash) {
        var digest = digest(password);
        if (!password.equals(password.composed())) {
            digest(password);
        }
        return hash != null && hash.value().endsWith("$" + digest);
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return !hash.value().startsWith(PREFIX + version + "$");
    }

    private String digest(PlainPassword password) {
        if (overloaded) {
            throw new RefusedException(new Overloaded(Duration.ofSeconds(1)));
        }
        computed++;
        return new Secret(password.composed().value()).digest().value();
    }
}
