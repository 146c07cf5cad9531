package io.gatehouse.bootstrap;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Projects;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.message.Channels;
import io.gatehouse.application.message.Letters;
import io.gatehouse.application.message.Notices;
import io.gatehouse.application.mfa.CodeDigests;
import io.gatehouse.application.mfa.ConcealRecoveryCodes;
import io.gatehouse.application.mfa.CreateAuthenticator;
import io.gatehouse.application.mfa.CreateChallenge;
import io.gatehouse.application.mfa.CreateRecoveryCodes;
import io.gatehouse.application.mfa.DeleteAuthenticator;
import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.application.mfa.GetRecoveryCodes;
import io.gatehouse.application.mfa.RecoveryCodeSets;
import io.gatehouse.application.mfa.Totp;
import io.gatehouse.application.mfa.TotpCodes;
import io.gatehouse.application.mfa.UpdateAuthenticator;
import io.gatehouse.application.mfa.UpdateChallenge;
import io.gatehouse.application.mfa.UpdateMfa;
import io.gatehouse.application.mfa.UpdateRecoveryCodes;
import io.gatehouse.application.mfa.Vault;
import io.gatehouse.application.session.SessionViews;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What one can do with a second factor. */
final class MfaParts {

    @Produces
    @Singleton
    TotpCodes totpCodes(Totp totp, Vault vault) {
        return new TotpCodes(totp, vault);
    }

    @Produces
    @Singleton
    RecoveryCodeSets recoveryCodeSets(Secrets secrets, CodeDigests digests, Vault vault, Notices notices, Ids ids) {
        return new RecoveryCodeSets(secrets, digests, vault, notices, ids);
    }

    @Produces
    @Singleton
    CreateAuthenticator createAuthenticator(
            TotpCodes codes, Vault vault, EventStore store, Ids ids, InstantSource clock) {
        return new CreateAuthenticator(codes, vault, store, ids, clock);
    }

    @Produces
    @Singleton
    UpdateAuthenticator updateAuthenticator(
            TotpCodes codes, Notices notices, AccountDirectory directory, EventStore store, InstantSource clock) {
        return new UpdateAuthenticator(codes, notices, directory, store, clock);
    }

    @Produces
    @Singleton
    DeleteAuthenticator deleteAuthenticator(
            TotpCodes codes, RecoveryCodeSets recoveryCodes, Notices notices, EventStore store, InstantSource clock) {
        return new DeleteAuthenticator(codes, recoveryCodes, notices, store, clock);
    }

    @Produces
    @Singleton
    CreateRecoveryCodes createRecoveryCodes(RecoveryCodeSets sets, EventStore store, InstantSource clock) {
        return new CreateRecoveryCodes(sets, store, clock);
    }

    @Produces
    @Singleton
    GetRecoveryCodes getRecoveryCodes(FactorViews factors, RecoveryCodeSets sets) {
        return new GetRecoveryCodes(factors, sets);
    }

    @Produces
    @Singleton
    ConcealRecoveryCodes concealRecoveryCodes(
            Projects projects, FactorViews factors, EventStore store, InstantSource clock) {
        return new ConcealRecoveryCodes(projects, factors, store, clock);
    }

    @Produces
    @Singleton
    UpdateRecoveryCodes updateRecoveryCodes(RecoveryCodeSets sets, EventStore store, InstantSource clock) {
        return new UpdateRecoveryCodes(sets, store, clock);
    }

    @Produces
    @Singleton
    UpdateMfa updateMfa(Notices notices, AccountDirectory directory, EventStore store, InstantSource clock) {
        return new UpdateMfa(notices, directory, store, clock);
    }

    @Produces
    @Singleton
    CreateChallenge createChallenge(
            Channels channels,
            Secrets secrets,
            CodeDigests digests,
            Letters letters,
            EventStore store,
            Ids ids,
            InstantSource clock) {
        return new CreateChallenge(channels, secrets, digests, letters, store, ids, clock);
    }

    @Produces
    @Singleton
    UpdateChallenge updateChallenge(
            TotpCodes totpCodes,
            RecoveryCodeSets recoveryCodes,
            CodeDigests digests,
            SessionViews sessions,
            EventStore store,
            InstantSource clock) {
        return new UpdateChallenge(totpCodes, recoveryCodes, digests, sessions, store, clock);
    }
}
