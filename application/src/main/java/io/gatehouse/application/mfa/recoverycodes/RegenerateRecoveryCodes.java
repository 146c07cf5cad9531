package io.gatehouse.application.mfa.recoverycodes;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.RecoveryCodesNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountCommand.RequireActive;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.ReplaceRecoveryCodes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Replaces all recovery codes, spent or not. */
public final class RegenerateRecoveryCodes {

    private final RecoveryCodeService recoveryCodes;
    private final EventStore store;
    private final InstantSource clock;

    public RegenerateRecoveryCodes(RecoveryCodeService recoveryCodes, EventStore store, InstantSource clock) {
        this.recoveryCodes = recoveryCodes;
        this.store = store;
        this.clock = clock;
    }

    public record Command(AccountView account) {}

    /**
     * @return the new codes, in clear
     * @throws RefusedException with {@link RecoveryCodesNotFound} if no unspent code is left
     */
    public List<Secret> handle(Command command, RequestContext context) {
        var account = command.account().id();
        var newSet = recoveryCodes.generate(context.project(), account, clock.instant());
        return store.transact(context.audited(AuditAction.USER_UPDATE), streams -> {
            streams.execute(account, new RequireActive(account));
            replace(streams, account, newSet.created().at());
            return recoveryCodes.activate(streams, context, command.account(), newSet);
        });
    }

    private static void replace(Streams streams, AccountId account, Instant now) {
        var former = streams.list(account, EnrolledFactors.INVENTORY).recoveryCodes();
        if (former == null) {
            throw new RefusedException(new RecoveryCodesNotFound());
        }
        streams.execute(former.id(), new ReplaceRecoveryCodes(account, former.id(), now));
    }
}
