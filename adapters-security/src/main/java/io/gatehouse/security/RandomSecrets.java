package io.gatehouse.security;

import io.gatehouse.application.Secrets;
import io.gatehouse.domain.Secret;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Generates secrets with the operating system's source of randomness. */
public final class RandomSecrets implements Secrets {

    private static final int BYTES = 128;
    private static final int SHORT_BYTES = 32;
    private static final int RECOVERY_CODE_BYTES = 5;
    private static final int CODES = 1_000_000;

    private final SecureRandom random = new SecureRandom();

    @Override
    public Secret next() {
        return hexadecimal(BYTES);
    }

    @Override
    public Secret nextShort() {
        return hexadecimal(SHORT_BYTES);
    }

    /** In ASCII digits, regardless of the machine's locale. */
    @Override
    public Secret nextCode() {
        return new Secret(String.format(Locale.ROOT, "%06d", random.nextInt(CODES)));
    }

    @Override
    public Secret nextRecoveryCode() {
        return hexadecimal(RECOVERY_CODE_BYTES);
    }

    private Secret hexadecimal(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }
}
