package io.gatehouse.application.mfa;

class RotatingDigestsTest extends CodeDigestsContract {

    @Override
    protected CodeDigests digests() {
        var digests = new RotatingDigests();
        digests.rotate();
        return digests;
    }

    @Override
    protected CodeDigests digestsBeforeRotation() {
        return new RotatingDigests();
    }
}
