package io.gatehouse.local;

import io.gatehouse.application.Secrets;
import io.gatehouse.domain.Secret;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets from the operating system's source of randomness. */
public final class RandomSecrets implements Secrets {

    private static final int BYTES = 128;

    private final SecureRandom random = new SecureRandom();

    @Override
    public Secret next() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }
}
