package io.gatehouse.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What is kept of a {@link Secret}: its SHA-256, keyed (HMAC) where it is short; 64 lower-case hexadecimal digits. */
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
