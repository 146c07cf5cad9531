package io.gatehouse.domain.mfa.recoverycodes;

import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;
import java.util.List;

/** All commands to a set of recovery codes. */
public sealed interface RecoveryCodesCommand {

    /** @param presented digests of the code sent, one for each key that the stored digest may use */
    record SpendRecoveryCode(AccountId account, RecoveryCodesId codes, List<SecretDigest> presented, Instant at)
            implements RecoveryCodesCommand {}

    /** Requires that no unspent code is left, so that another set can be generated. */
    record RequireNoUnspentCodes() implements RecoveryCodesCommand {}

    /** Ends this set in favour of another one; refused if no unspent code is left. */
    record ReplaceRecoveryCodes(AccountId account, RecoveryCodesId codes, Instant at) implements RecoveryCodesCommand {}

    /** Conceals the codes, so that their owner cannot see them again. */
    record ForgetReadableCodes(AccountId account, RecoveryCodesId codes, Instant at) implements RecoveryCodesCommand {}
}
