package io.gatehouse.domain;

/** The SHA-256 of a {@link Secret}, 64 lower-case hexadecimal digits. */
public record SecretDigest(String value) implements Credential {

    @Override
    public String toString() {
        return "SecretDigest[hidden]";
    }
}
