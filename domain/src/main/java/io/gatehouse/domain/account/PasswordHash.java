package io.gatehouse.domain.account;

import io.gatehouse.domain.SecretMaterial;

/** A hashed password as a PHC string: {@code $argon2id$v=19$m=19456,t=2,p=1,n=nfc$salt$hash}. */
public record PasswordHash(String value) implements SecretMaterial {

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
