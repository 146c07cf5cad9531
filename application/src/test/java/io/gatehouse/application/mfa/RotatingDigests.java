package io.gatehouse.application.mfa;

import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import java.util.List;
import java.util.stream.IntStream;

/** Digests under a key that is a number, incremented by every rotation. All former keys are kept. */
public final class RotatingDigests implements CodeDigests {

    private int current = 1;

    /** From now on, {@link #of} uses a new key. */
    public void rotate() {
        current++;
    }

    @Override
    public SecretDigest of(String subject, Secret code) {
        return under(current, subject, code);
    }

    @Override
    public List<SecretDigest> candidates(String subject, Secret input) {
        return IntStream.rangeClosed(1, current)
                .mapToObj(key -> under(key, subject, input))
                .toList();
    }

    private static SecretDigest under(int key, String subject, Secret code) {
        return new Secret(key + ":" + subject + ":" + code.value()).digest();
    }
}
