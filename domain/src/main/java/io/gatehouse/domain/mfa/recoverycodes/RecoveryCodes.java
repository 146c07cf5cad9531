package io.gatehouse.domain.mfa.recoverycodes;

import static io.gatehouse.domain.Decision.accept;
import static io.gatehouse.domain.Decision.refuse;

import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Decision;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.RecoveryCodesAlreadyExist;
import io.gatehouse.domain.Refusal.RecoveryCodesNotFound;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.ForgetReadableCodes;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.ReplaceRecoveryCodes;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.RequireNoUnspentCodes;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.SpendRecoveryCode;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodeSpent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesConcealed;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesReplaced;
import java.util.List;
import java.util.Optional;

/** The state of a set of recovery codes, folded from its events. A used-up set is treated like none. */
public sealed interface RecoveryCodes extends Aggregate<RecoveryCodes, RecoveryCodesCommand, RecoveryCodesEvent> {

    /** Never created, used up, or replaced. */
    record Absent() implements RecoveryCodes {}

    /**
     * @param unspent digests of the unspent codes; at least one
     * @param concealed whether the codes cannot be shown to their owner again
     */
    record Unspent(List<SecretDigest> unspent, boolean concealed) implements RecoveryCodes {

        private Optional<SecretDigest> firstMatching(List<SecretDigest> presented) {
            return unspent.stream()
                    .filter(code -> presented.stream().anyMatch(code::matches))
                    .findFirst();
        }

        private RecoveryCodes without(SecretDigest spent) {
            var rest = unspent.stream().filter(code -> !code.equals(spent)).toList();
            return rest.isEmpty() ? new Absent() : new Unspent(rest, concealed);
        }
    }

    @Override
    default Decision<RecoveryCodesEvent> decide(RecoveryCodesCommand command) {
        return switch (command) {
            case SpendRecoveryCode c -> spend(c);
            case RequireNoUnspentCodes _ -> requireUsedUp();
            case ReplaceRecoveryCodes c -> replace(c);
            case ForgetReadableCodes c -> conceal(c);
        };
    }

    @Override
    default RecoveryCodes evolve(RecoveryCodesEvent event) {
        return switch (event) {
            case RecoveryCodesCreated e -> new Unspent(e.digests(), e.sealed() == null);
            case RecoveryCodeSpent e -> this instanceof Unspent unspent ? unspent.without(e.code()) : this;
            case RecoveryCodesConcealed _ ->
                this instanceof Unspent unspent ? new Unspent(unspent.unspent(), true) : this;
            case RecoveryCodesReplaced _ -> new Absent();
        };
    }

    private Decision<RecoveryCodesEvent> spend(SpendRecoveryCode c) {
        return switch (this) {
            case Absent _ -> refuse(new InvalidToken());
            case Unspent unspent ->
                unspent.firstMatching(c.presented())
                        .<Decision<RecoveryCodesEvent>>map(
                                code -> accept(new RecoveryCodeSpent(c.account(), c.codes(), code, c.at())))
                        .orElseGet(() -> refuse(new InvalidToken()));
        };
    }

    private Decision<RecoveryCodesEvent> requireUsedUp() {
        return switch (this) {
            case Absent _ -> accept();
            case Unspent _ -> refuse(new RecoveryCodesAlreadyExist());
        };
    }

    private Decision<RecoveryCodesEvent> replace(ReplaceRecoveryCodes c) {
        return switch (this) {
            case Absent _ -> refuse(new RecoveryCodesNotFound());
            case Unspent _ -> accept(new RecoveryCodesReplaced(c.account(), c.codes(), c.at()));
        };
    }

    private Decision<RecoveryCodesEvent> conceal(ForgetReadableCodes c) {
        return switch (this) {
            case Unspent unspent
            when !unspent.concealed() -> accept(new RecoveryCodesConcealed(c.account(), c.codes(), c.at()));
            case Unspent _, Absent _ -> accept();
        };
    }
}
