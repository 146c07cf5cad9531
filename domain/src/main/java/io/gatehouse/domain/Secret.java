package io.gatehouse.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A secret in clear. Only its digest or its ciphertext is stored. */
public record Secret(String value) {

    /** The digest to store instead: SHA-256 without a key, which protects long random secrets but not short codes. */
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
