package io.gatehouse.application.mfa;

class InMemoryVaultTest extends SecretEncryptionContract {

    private final InMemoryVault vault = new InMemoryVault();
    private final InMemoryVault foreignVault = new InMemoryVault();

    @Override
    protected SecretEncryption vault() {
        return vault;
    }

    @Override
    protected SecretEncryption foreignVault() {
        return foreignVault;
    }
}
