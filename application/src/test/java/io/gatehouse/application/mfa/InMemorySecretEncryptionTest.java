package io.gatehouse.application.mfa;

class InMemorySecretEncryptionTest extends SecretEncryptionContract {

    private final InMemorySecretEncryption encryption = new InMemorySecretEncryption();
    private final InMemorySecretEncryption foreignEncryption = new InMemorySecretEncryption();

    @Override
    protected SecretEncryption encryption() {
        return encryption;
    }

    @Override
    protected SecretEncryption foreignEncryption() {
        return foreignEncryption;
    }
}
