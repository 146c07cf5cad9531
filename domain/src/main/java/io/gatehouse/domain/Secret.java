package io.gatehouse.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Something only its holder knows, in clear. Handed out once, and kept by nobody but the holder. */
public record Secret(String value) {

    /** What we keep instead. SHA-256 suffices: a secret is random and long, so there is nothing to guess. */
    public SecretDigest digest() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var digest = sha256.digest(value.getBytes(StandardCharsets.UTF_8));
            return new SecretDigest(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
