package io.gatehouse.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** A symmetric encryption key of 256 bits. */
public final class EncryptionKey {

    private static final int BYTES = 32;

    private final OctetSequenceKey jwk;

    private EncryptionKey(OctetSequenceKey jwk) {
        this.jwk = jwk;
    }

    /**
     * @param hexadecimal 64 digits, as {@code openssl rand -hex 32} prints them
     * @throws IllegalArgumentException if it is anything else; the message does not contain the input
     */
    public static EncryptionKey parse(String hexadecimal) {
        try {
            var bytes = HexFormat.of().parseHex(hexadecimal.strip());
            if (bytes.length == BYTES) {
                return new EncryptionKey(new OctetSequenceKey.Builder(bytes)
                        .keyIDFromThumbprint()
                        .build());
            }
        } catch (JOSEException | IllegalArgumentException _) {
            // Dropped, because its message might contain the key.
        }
        throw new IllegalArgumentException("an encryption key must be " + 2 * BYTES + " hexadecimal digits");
    }

    /**
     * Reads a key from a file. If there is no file, generates a key and writes it there, readable by its owner only.
     *
     * @throws IllegalArgumentException if the file contains anything else
     */
    public static EncryptionKey fromFile(Path file) {
        return parse(SecretFile.of(file, EncryptionKey::generate));
    }

    private static String generate() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Derives a key for another purpose. It reveals neither this key nor the keys derived for other purposes. Uses HKDF
     * (RFC 5869) without the extract step, as §3.3 allows for keys that are already random.
     *
     * @param algorithm the algorithm that the derived key is for, as the Java platform names it
     */
    public SecretKey derive(String algorithm, String purpose) {
        var expansion = HKDFParameterSpec.expandOnly(jwk.toSecretKey(), purpose.getBytes(UTF_8), BYTES);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, expansion);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the Java platform has HKDF since version 25", impossible);
        }
    }

    /** Its key ID is its thumbprint (RFC 7638). */
    OctetSequenceKey jwk() {
        return jwk;
    }

    @Override
    public String toString() {
        return "EncryptionKey[hidden]";
    }
}
