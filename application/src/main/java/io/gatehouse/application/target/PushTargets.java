package io.gatehouse.application.target;

import io.gatehouse.application.UserAgents;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.domain.Refusal.TargetNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.target.TargetId;

/** What registering and updating a device have in common. */
public final class PushTargets {

    private final UserAgents userAgents;
    private final AccountDirectory directory;

    public PushTargets(UserAgents userAgents, AccountDirectory directory) {
        this.userAgents = userAgents;
        this.directory = directory;
    }

    /** @return brand and model as far as they are known; empty for a plain computer or a library */
    String nameOf(UserAgent device) {
        var client = userAgents.describe(device);
        return (client.deviceBrand() + " " + client.deviceModel()).strip();
    }

    /** @throws RefusedException with {@link TargetNotFound} if it has gone meanwhile */
    TargetView view(AccountId owner, TargetId target) {
        return directory.findTarget(owner, target).orElseThrow(() -> new RefusedException(new TargetNotFound()));
    }
}
