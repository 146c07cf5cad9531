package io.gatehouse.application.mfa.recoverycodes;

import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.RecoveryCodesNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import java.util.List;

/** Lists the unspent recovery codes of a user. */
public final class ListRecoveryCodes {

    private final FactorViews factors;
    private final RecoveryCodeService recoveryCodes;

    public ListRecoveryCodes(FactorViews factors, RecoveryCodeService recoveryCodes) {
        this.factors = factors;
        this.recoveryCodes = recoveryCodes;
    }

    public record Command(AccountId account) {}

    /**
     * @return the unspent codes, in clear
     * @throws RefusedException with {@link RecoveryCodesNotFound}, also if the codes may not be shown again
     */
    public List<Secret> handle(Command command, RequestContext context) {
        var set = factors.of(command.account()).recoveryCodes();
        if (set == null
                || set.encryptedCodes() == null
                || context.project().policies().strict()) {
            throw new RefusedException(new RecoveryCodesNotFound());
        }
        return recoveryCodes.unspentCodes(set, set.encryptedCodes());
    }
}
