package io.gatehouse.application.message;

class InMemorySealingTest extends MessageEncryptionContract {

    private final InMemorySealing sealing = new InMemorySealing();
    private final InMemorySealing foreignSealing = new InMemorySealing();

    @Override
    protected MessageEncryption sealing() {
        return sealing;
    }

    @Override
    protected MessageEncryption foreignSealing() {
        return foreignSealing;
    }
}
