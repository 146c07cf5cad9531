package io.gatehouse.application.mfa;

import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Stores the secrets and returns a random reference to each in place of a ciphertext. */
public final class InMemorySecretEncryption implements SecretEncryption {

    private final Map<Ciphertext, Secret> kept = new ConcurrentHashMap<>();

    @Override
    public Ciphertext encrypt(Secret secret) {
        var reference = new Ciphertext(UUID.randomUUID().toString());
        kept.put(reference, secret);
        return reference;
    }

    @Override
    public Secret decrypt(Ciphertext ciphertext) {
        return Optional.ofNullable(kept.get(ciphertext))
                .orElseThrow(() -> new IllegalStateException("no secret was encrypted to this ciphertext"));
    }
}
