package io.gatehouse.application.mfa;

import io.gatehouse.application.Audit;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.Visit;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.domain.Refusal.RecoveryCodesNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountCommand.RequireActive;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.RecoveryCodesCommand.ReplaceRecoveryCodes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Replaces all recovery codes, spent or not. */
public final class UpdateRecoveryCodes {

    private final RecoveryCodeSets sets;
    private final EventStore store;
    private final InstantSource clock;

    public UpdateRecoveryCodes(RecoveryCodeSets sets, EventStore store, InstantSource clock) {
        this.sets = sets;
        this.store = store;
        this.clock = clock;
    }

    public record Command(AccountView account) {}

    /**
     * @return the new codes, in clear
     * @throws RefusedException with {@link RecoveryCodesNotFound}
     */
    public List<Secret> handle(Command command, Visit visit) {
        var account = command.account().id();
        var made = sets.make(visit.project(), account, clock.instant());
        return store.transact(visit.occasion().as(Audit.USER_UPDATE), streams -> {
            streams.ask(account, new RequireActive(account));
            replace(streams, account, made.created().at());
            return sets.handOut(streams, visit, command.account(), made);
        });
    }

    private static void replace(Streams streams, AccountId account, Instant now) {
        var former = streams.factorsOf(account).recoveryCodes();
        if (former == null) {
            throw new RefusedException(new RecoveryCodesNotFound());
        }
        streams.ask(former.id(), new ReplaceRecoveryCodes(account, former.id(), now));
    }
}
