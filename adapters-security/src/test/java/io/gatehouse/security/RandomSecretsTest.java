package io.gatehouse.security;

import io.gatehouse.application.Secrets;
import io.gatehouse.application.SecretsContract;

class RandomSecretsTest extends SecretsContract {

    private final RandomSecrets secrets = new RandomSecrets();

    @Override
    protected Secrets secrets() {
        return secrets;
    }
}
