package io.gatehouse.domain.mfa.recoverycodes;

import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;
import java.util.List;

/** Everything one can ask of a set of recovery codes. */
public sealed interface RecoveryCodesCommand {

    /** @param presented digests of what was typed, one for each key that may have been in use */
    record SpendRecoveryCode(AccountId account, RecoveryCodesId codes, List<SecretDigest> presented, Instant at)
            implements RecoveryCodesCommand {}

    /** Makes room for a first set, or for another one once all codes are spent. */
    record RequireUsedUp() implements RecoveryCodesCommand {}

    /** Makes room for another set, spent or not. */
    record ReplaceRecoveryCodes(AccountId account, RecoveryCodesId codes, Instant at) implements RecoveryCodesCommand {}

    record ForgetReadableCodes(AccountId account, RecoveryCodesId codes, Instant at) implements RecoveryCodesCommand {}
}
