package io.gatehouse.application;

import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.log.LogViews;
import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.application.session.KnownDevices;
import io.gatehouse.application.session.SessionAuthentication;
import io.gatehouse.application.session.SessionViews;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;

/** Adds the ports that read what the store has written. */
public abstract class ContractWithViews extends Contract {

    protected abstract AccountDirectory directory();

    protected abstract SessionViews sessions();

    protected abstract SessionAuthentication callers();

    protected abstract LogViews logs();

    protected abstract FactorViews factors();

    protected abstract KnownDevices devices();

    /** @return the account as whoever holds that session sees it */
    protected AccountView view(AccountId who, SessionId by) {
        var secret = new Secret(by.value()).digest();
        return callers().authenticate(who, secret, NOON).orElseThrow().account();
    }
}
