package io.gatehouse.application.mfa;

import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.inventory.EnrolledFactors.EnrolledAuthenticator;
import io.gatehouse.application.inventory.EnrolledFactors.RecoveryCodeSet;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorDeleted;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodeSpent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesConcealed;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesReplaced;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second factors of an account, folded from a log. */
public final class FactorsFromLog {

    private @Nullable EnrolledAuthenticator authenticator;
    private @Nullable RecoveryCodeSet recoveryCodes;

    private FactorsFromLog() {}

    public static EnrolledFactors of(AccountId account, List<Event> log) {
        var factors = new FactorsFromLog();
        log.stream()
                .filter(event -> event.project().equals(account.project())
                        && event.userId().equals(account.value()))
                .forEach(factors::evolve);
        return new EnrolledFactors(factors.authenticator, factors.recoveryCodes);
    }

    private void evolve(Event event) {
        switch (event) {
            case AuthenticatorEvent e -> authenticator = after(e);
            case RecoveryCodesEvent e -> recoveryCodes = after(e);
            case UserDeleted _ -> {
                authenticator = null;
                recoveryCodes = null;
            }
            default -> {} // does not concern second factors
        }
    }

    private @Nullable EnrolledAuthenticator after(AuthenticatorEvent event) {
        if (event instanceof AuthenticatorCreated e) {
            return new EnrolledAuthenticator(e.authenticator(), e.secret(), false);
        }
        var enrolled = authenticator;
        if (enrolled == null || !enrolled.id().equals(event.authenticator())) {
            return enrolled;
        }
        return switch (event) {
            case AuthenticatorVerified _ -> new EnrolledAuthenticator(enrolled.id(), enrolled.encryptedSecret(), true);
            case AuthenticatorDeleted _ -> null;
            case AuthenticatorCreated _ -> enrolled;
        };
    }

    private @Nullable RecoveryCodeSet after(RecoveryCodesEvent event) {
        if (event instanceof RecoveryCodesCreated e) {
            return new RecoveryCodeSet(e.codes(), e.digests(), e.sealed());
        }
        var codeSet = recoveryCodes;
        if (codeSet == null || !codeSet.id().equals(event.codes())) {
            return codeSet;
        }
        return switch (event) {
            case RecoveryCodeSpent e -> without(e, codeSet);
            case RecoveryCodesConcealed _ -> new RecoveryCodeSet(codeSet.id(), codeSet.unspent(), null);
            case RecoveryCodesReplaced _ -> null;
            case RecoveryCodesCreated _ -> codeSet;
        };
    }

    /** When the last code is spent, the encrypted codes are removed. */
    private static RecoveryCodeSet without(RecoveryCodeSpent spent, RecoveryCodeSet codeSet) {
        var rest = codeSet.unspent().stream()
                .filter(code -> !code.equals(spent.code()))
                .toList();
        return new RecoveryCodeSet(codeSet.id(), rest, rest.isEmpty() ? null : codeSet.encryptedCodes());
    }
}
