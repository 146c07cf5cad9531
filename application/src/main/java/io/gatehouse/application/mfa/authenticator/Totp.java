package io.gatehouse.application.mfa.authenticator;

import io.gatehouse.domain.Secret;
import java.time.Duration;

/** Computes what authenticator apps show: time-based one-time passwords (RFC 6238), six digits, HMAC-SHA-1. */
public interface Totp {

    /** How long an app shows one code, the default of RFC 6238 §5.2. */
    Duration STEP = Duration.ofSeconds(30);

    /** @return 64 random bytes in Base32 (RFC 4648) without padding: 103 characters, as apps take them */
    Secret newSecret();

    /**
     * @param secret as {@link #newSecret()} spells it
     * @param step how many steps have passed since the epoch
     * @return six decimal digits
     */
    String code(Secret secret, long step);
}
