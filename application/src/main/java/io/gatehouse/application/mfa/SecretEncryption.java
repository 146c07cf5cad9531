package io.gatehouse.application.mfa;

import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Secret;

/** Encrypts secrets that must be readable again, so that the database and the log do not reveal them. */
public interface SecretEncryption {

    Ciphertext encrypt(Secret secret);

    /** @throws IllegalStateException if it was not encrypted with one of the service's keys, or was tampered with */
    Secret decrypt(Ciphertext ciphertext);
}
