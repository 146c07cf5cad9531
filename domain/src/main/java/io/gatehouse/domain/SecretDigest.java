package io.gatehouse.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The stored digest of a {@link Secret}: SHA-256, for MFA codes HMAC-SHA-256; 64 lower-case hexadecimal digits. */
public record SecretDigest(String value) implements SecretMaterial {

    /** Compares in constant time. */
    public boolean matches(SecretDigest other) {
        return MessageDigest.isEqual(bytes(), other.bytes());
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "SecretDigest[hidden]";
    }
}
