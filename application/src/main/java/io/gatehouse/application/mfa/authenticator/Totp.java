package io.gatehouse.application.mfa.authenticator;

import io.gatehouse.domain.Secret;
import java.time.Duration;

/** Computes the codes of authenticator apps: time-based one-time passwords (RFC 6238), six digits, HMAC-SHA-1. */
public interface Totp {

    /** The time step: how long an app shows one code; the default of RFC 6238 §5.2. */
    Duration STEP = Duration.ofSeconds(30);

    /** @return 64 random bytes in Base32 (RFC 4648) without padding: 103 characters, as apps accept them */
    Secret newSecret();

    /**
     * @param secret in the encoding of {@link #newSecret()}
     * @param step the number of time steps since the Unix epoch
     * @return six decimal digits
     */
    String code(Secret secret, long step);
}
