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
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.RequireUsedUp;
import java.time.InstantSource;
import java.util.List;

/** Makes the first recovery codes, or others once all are spent. */
public final class GenerateRecoveryCodes {

    private final RecoveryCodeService sets;
    private final EventStore store;
    private final InstantSource clock;

    public GenerateRecoveryCodes(RecoveryCodeService sets, EventStore store, InstantSource clock) {
        this.sets = sets;
        this.store = store;
        this.clock = clock;
    }

    public record Command(AccountView account) {}

    /**
     * @return the codes, in clear
     * @throws RefusedException with {@link RecoveryCodesAlreadyExist}
     */
    public List<Secret> handle(Command command, RequestContext context) {
        var account = command.account().id();
        var made = sets.generate(context.project(), account, clock.instant());
        return store.transact(context.audited(AuditAction.USER_UPDATE), streams -> {
            streams.execute(account, new RequireActive(account));
            requireNone(streams, account);
            return sets.activate(streams, context, command.account(), made);
        });
    }

    private static void requireNone(Streams streams, AccountId account) {
        var former = streams.list(account, EnrolledFactors.INVENTORY).recoveryCodes();
        if (former != null) {
            streams.execute(former.id(), new RequireUsedUp());
        }
    }
}
