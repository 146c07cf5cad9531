package io.gatehouse.messaging.worker;

import io.gatehouse.application.message.MessageEncryption;
import io.gatehouse.domain.Ciphertext;
import java.util.Map;

/** Hides nothing. */
final class OpenSealing implements MessageEncryption {

    @Override
    public Ciphertext encrypt(Map<String, String> variables) {
        return new Ciphertext("");
    }

    @Override
    public Map<String, String> decrypt(Ciphertext ciphertext) {
        return Map.of("otp", "123456");
    }
}
