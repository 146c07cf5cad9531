package io.gatehouse.application.mfa;

import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Secret;

/** Keeps secrets at rest that have to be read again, unreadable to whoever finds the database or the log. */
public interface SecretEncryption {

    Ciphertext encrypt(Secret secret);

    /** @throws IllegalStateException if it was not sealed under one of our keys, or has been tampered with */
    Secret decrypt(Ciphertext ciphertext);
}
