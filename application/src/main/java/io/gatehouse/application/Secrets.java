package io.gatehouse.application;

import io.gatehouse.domain.Secret;

/** A source of what nobody can guess. */
public interface Secrets {

    /** @return 256 lower-case hexadecimal digits, from 128 random bytes */
    Secret next();

    /** @return 64 lower-case hexadecimal digits, from 32 random bytes */
    Secret nextShort();

    /** @return six decimal digits, each sequence as likely as any other */
    Secret nextCode();

    /** @return ten lower-case hexadecimal digits, 40 random bits */
    Secret nextRecoveryCode();
}
