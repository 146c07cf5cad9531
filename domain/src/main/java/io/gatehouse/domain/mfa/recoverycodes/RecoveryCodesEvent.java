package io.gatehouse.domain.mfa.recoverycodes;

import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a set of recovery codes. */
public sealed interface RecoveryCodesEvent extends Event {

    AccountId account();

    @Override
    default ProjectId project() {
        return account().project();
    }

    @Override
    default String userId() {
        return account().value();
    }

    /** Which set. */
    RecoveryCodesId codes();

    /**
     * @param digests one digest for each code
     * @param sealed the encrypted codes, so that their owner can see them again; null if the project is strict
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

    /** From now on the owner cannot see the codes again, because the project has become strict. */
    record RecoveryCodesConcealed(AccountId account, RecoveryCodesId codes, Instant at) implements RecoveryCodesEvent {}

    /** Another set has replaced it. */
    record RecoveryCodesReplaced(AccountId account, RecoveryCodesId codes, Instant at) implements RecoveryCodesEvent {}
}
