package io.gatehouse.application.mfa.recoverycodes;

import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.RecoveryCodesNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import java.util.List;

/** Shows somebody the recovery codes they have left. */
public final class ListRecoveryCodes {

    private final FactorViews factors;
    private final RecoveryCodeService sets;

    public ListRecoveryCodes(FactorViews factors, RecoveryCodeService sets) {
        this.factors = factors;
        this.sets = sets;
    }

    public record Command(AccountId account) {}

    /**
     * @return those that nobody has used, in clear
     * @throws RefusedException with {@link RecoveryCodesNotFound}, also where they may not be seen again
     */
    public List<Secret> handle(Command command, RequestContext context) {
        var held = factors.of(command.account()).recoveryCodes();
        if (held == null
                || held.sealed() == null
                || context.project().policies().strict()) {
            throw new RefusedException(new RecoveryCodesNotFound());
        }
        return sets.unspentCodes(held, held.sealed());
    }
}
