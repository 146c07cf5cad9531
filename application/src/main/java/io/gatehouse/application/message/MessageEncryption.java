package io.gatehouse.application.message;

import io.gatehouse.domain.Ciphertext;
import java.util.Map;

/** Encrypts the content of messages for storage and transport. */
public interface MessageEncryption {

    Ciphertext encrypt(Map<String, String> variables);

    /**
     * @return the encrypted variables, in the same order
     * @throws IllegalArgumentException if it was not encrypted with one of the service's keys, or was tampered with
     */
    Map<String, String> decrypt(Ciphertext ciphertext);
}
