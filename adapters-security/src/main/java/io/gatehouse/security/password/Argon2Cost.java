package io.gatehouse.security.password;

/** The cost of an Argon2 hash: memory in KiB, passes over it, and lanes. */
public record Argon2Cost(int memoryKib, int iterations, int parallelism) {

    /** 19 MiB, two passes, one lane: OWASP's minimum for Argon2id (Password Storage Cheat Sheet). */
    public static final Argon2Cost OWASP = new Argon2Cost(19_456, 2, 1);

    public Argon2Cost {
        if (iterations < 1 || parallelism < 1 || memoryKib < 8L * parallelism) {
            throw new IllegalArgumentException(
                    "Argon2 needs at least one pass, one lane, and 8 KiB per lane (RFC 9106)");
        }
    }
}
