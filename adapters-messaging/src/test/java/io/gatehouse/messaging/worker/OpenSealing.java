package io.gatehouse.messaging.worker;

import io.gatehouse.application.message.Sealing;
import io.gatehouse.domain.Ciphertext;
import java.util.Map;

/** Hides nothing. */
final class OpenSealing implements Sealing {

    @Override
    public Ciphertext seal(Map<String, String> variables) {
        return new Ciphertext("");
    }

    @Override
    public Map<String, String> open(Ciphertext ciphertext) {
        return Map.of("otp", "123456");
    }
}
