package io.gatehouse.domain.mfa.recoverycodes;

import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a set of recovery codes. */
public sealed interface RecoveryCodesEvent extends Event {

    /** Which set. */
    RecoveryCodesId codes();

    /**
     * @param digests one for each code
     * @param sealed the codes themselves, so that their owner can see them again; null where the project forbids that
     */
    record RecoveryCodesCreated(
            AccountId account,
            RecoveryCodesId codes,
            List<SecretDigest> digests,
            @Nullable Ciphertext sealed,
            Instant at)
            implements RecoveryCodesEvent {

        public RecoveryCodesCreated {
            digests = List.copyOf(digests);
        }
    }

    record RecoveryCodeSpent(AccountId account, RecoveryCodesId codes, SecretDigest code, Instant at)
            implements RecoveryCodesEvent {}

    /** From now on its owner cannot see the codes again: the project has become strict. */
    record RecoveryCodesConcealed(AccountId account, RecoveryCodesId codes, Instant at) implements RecoveryCodesEvent {}

    /** Other codes have taken their place. */
    record RecoveryCodesReplaced(AccountId account, RecoveryCodesId codes, Instant at) implements RecoveryCodesEvent {}
}
