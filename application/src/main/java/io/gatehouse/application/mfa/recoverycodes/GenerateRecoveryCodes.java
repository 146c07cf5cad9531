package io.gatehouse.application.mfa.recoverycodes;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.RecoveryCodesAlreadyExist;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountCommand.RequireActive;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.RequireNoUnspentCodes;
import java.time.InstantSource;
import java.util.List;

/** Generates the first recovery codes of a user, or new ones once all are spent. */
public final class GenerateRecoveryCodes {

    private final RecoveryCodeService recoveryCodes;
    private final EventStore store;
    private final InstantSource clock;

    public GenerateRecoveryCodes(RecoveryCodeService recoveryCodes, EventStore store, InstantSource clock) {
        this.recoveryCodes = recoveryCodes;
        this.store = store;
        this.clock = clock;
    }

    public record Command(AccountView account) {}

    /**
     * @return the codes, in clear
     * @throws RefusedException with {@link RecoveryCodesAlreadyExist} if an unspent code is left
     */
    public List<Secret> handle(Command command, RequestContext context) {
        var account = command.account().id();
        var newSet = recoveryCodes.generate(context.project(), account, clock.instant());
        return store.transact(context.audited(AuditAction.USER_UPDATE), streams -> {
            streams.execute(account, new RequireActive(account));
            requireUsedUp(streams, account);
            return recoveryCodes.activate(streams, context, command.account(), newSet);
        });
    }

    private static void requireUsedUp(Streams streams, AccountId account) {
        var former = streams.list(account, EnrolledFactors.INVENTORY).recoveryCodes();
        if (former != null) {
            streams.execute(former.id(), new RequireNoUnspentCodes());
        }
    }
}
