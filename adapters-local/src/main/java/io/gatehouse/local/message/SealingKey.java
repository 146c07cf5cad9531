package io.gatehouse.local.message;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import io.gatehouse.local.KeptSecret;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** 256 bits that the service shares with those who send its messages, and with nobody else. */
public final class SealingKey {

    private static final int BYTES = 32;

    private final OctetSequenceKey jwk;

    private SealingKey(OctetSequenceKey jwk) {
        this.jwk = jwk;
    }

    /**
     * @param hexadecimal 64 digits, as {@code openssl rand -hex 32} prints them
     * @throws IllegalArgumentException if it is anything else; does not tell what
     */
    public static SealingKey parse(String hexadecimal) {
        try {
            var bytes = HexFormat.of().parseHex(hexadecimal.strip());
            if (bytes.length == BYTES) {
                return new SealingKey(new OctetSequenceKey.Builder(bytes)
                        .keyIDFromThumbprint()
                        .build());
            }
        } catch (JOSEException | IllegalArgumentException _) {
            // Its message might quote the key.
        }
        throw new IllegalArgumentException("a sealing key must be " + 2 * BYTES + " hexadecimal digits");
    }

    /**
     * A key made at first start and kept in a file, for its owner alone.
     *
     * @throws IllegalArgumentException if something else is in the file
     */
    public static SealingKey kept(Path file) {
        return parse(KeptSecret.of(file, SealingKey::generate));
    }

    private static String generate() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Named by its thumbprint (RFC 7638). */
    OctetSequenceKey jwk() {
        return jwk;
    }
}
