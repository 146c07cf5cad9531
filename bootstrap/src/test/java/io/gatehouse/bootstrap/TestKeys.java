package io.gatehouse.bootstrap;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** Keys in the form in which operators configure them, generated for each run. */
public final class TestKeys {

    private TestKeys() {}

    /** A P-256 key, PKCS#8 in Base64. */
    public static String signing() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform knows P-256", impossible);
        }
    }

    /** An encryption key: 32 bytes in hexadecimal. */
    public static String encryption() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
