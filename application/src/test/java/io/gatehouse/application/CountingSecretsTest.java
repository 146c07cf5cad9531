package io.gatehouse.application;

class CountingSecretsTest extends SecretsContract {

    private final CountingSecrets secrets = new CountingSecrets();

    @Override
    protected Secrets secrets() {
        return secrets;
    }
}
