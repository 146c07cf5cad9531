package io.gatehouse.messaging.worker;

import io.gatehouse.application.message.Sealing;
import io.gatehouse.domain.Sealed;
import java.util.Map;

/** Hides nothing. */
final class OpenSealing implements Sealing {

    @Override
    public Sealed seal(Map<String, String> variables) {
        return new Sealed("");
    }

    @Override
    public Map<String, String> open(Sealed sealed) {
        return Map.of("otp", "123456");
    }
}
