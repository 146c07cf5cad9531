package io.gatehouse.application.message;

class InMemoryMessageEncryptionTest extends MessageEncryptionContract {

    private final InMemoryMessageEncryption encryption = new InMemoryMessageEncryption();
    private final InMemoryMessageEncryption foreignEncryption = new InMemoryMessageEncryption();

    @Override
    protected MessageEncryption encryption() {
        return encryption;
    }

    @Override
    protected MessageEncryption foreignEncryption() {
        return foreignEncryption;
    }
}
