package io.gatehouse.application.message;

import io.gatehouse.domain.Ciphertext;
import java.util.Map;

/** Closes what a message has to say, so that it can be kept and passed on without being read. */
public interface MessageEncryption {

    Ciphertext encrypt(Map<String, String> variables);

    /**
     * @return what was sealed, in the same order
     * @throws IllegalArgumentException if it was not sealed under one of our keys, or has been tampered with
     */
    Map<String, String> decrypt(Ciphertext ciphertext);
}
