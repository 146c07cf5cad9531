package io.gatehouse.application.mfa;

import io.gatehouse.application.mfa.authenticator.Totp;
import io.gatehouse.application.mfa.authenticator.TotpContract;

class CountingTotpTest extends TotpContract {

    private final CountingTotp totp = new CountingTotp();

    @Override
    protected Totp totp() {
        return totp;
    }
}
