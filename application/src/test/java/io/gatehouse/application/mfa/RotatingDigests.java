package io.gatehouse.application.mfa;

import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import java.util.List;
import java.util.stream.IntStream;

/** Digests under a key that is a number, and counts up with every rotation; none is ever thrown away. */
public final class RotatingDigests implements CodeDigests {

    private int current = 1;

    /** From now on, new digests are made under another key. */
    public void rotate() {
        current++;
    }

    @Override
    public SecretDigest of(String subject, Secret code) {
        return under(current, subject, code);
    }

    @Override
    public List<SecretDigest> candidates(String subject, Secret typed) {
        return IntStream.rangeClosed(1, current)
                .mapToObj(key -> under(key, subject, typed))
                .toList();
    }

    private static SecretDigest under(int key, String subject, Secret code) {
        return new Secret(key + ":" + subject + ":" + code.value()).digest();
    }
}
