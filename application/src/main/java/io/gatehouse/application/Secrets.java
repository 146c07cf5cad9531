package io.gatehouse.application;

import io.gatehouse.domain.Secret;

/** A source of cryptographically random secrets. */
public interface Secrets {

    /** @return 256 lower-case hexadecimal digits, from 128 random bytes */
    Secret next();

    /** @return 64 lower-case hexadecimal digits, from 32 random bytes */
    Secret nextShort();

    /** @return six decimal digits, uniformly distributed */
    Secret nextCode();

    /** @return ten lower-case hexadecimal digits, 40 random bits */
    Secret nextRecoveryCode();
}
