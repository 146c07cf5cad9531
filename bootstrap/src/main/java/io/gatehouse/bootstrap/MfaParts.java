package io.gatehouse.bootstrap;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Projects;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.message.Channels;
import io.gatehouse.application.message.Letters;
import io.gatehouse.application.message.Notices;
import io.gatehouse.application.mfa.AnswerChallenge;
import io.gatehouse.application.mfa.CodeDigests;
import io.gatehouse.application.mfa.ConcealRecoveryCodes;
import io.gatehouse.application.mfa.CreateChallenge;
import io.gatehouse.application.mfa.EnableOrDisableMfa;
import io.gatehouse.application.mfa.EnrolAuthenticator;
import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.application.mfa.GenerateRecoveryCodes;
import io.gatehouse.application.mfa.ListRecoveryCodes;
import io.gatehouse.application.mfa.RecoveryCodeSets;
import io.gatehouse.application.mfa.RegenerateRecoveryCodes;
import io.gatehouse.application.mfa.RemoveAuthenticator;
import io.gatehouse.application.mfa.Totp;
import io.gatehouse.application.mfa.TotpCodes;
import io.gatehouse.application.mfa.Vault;
import io.gatehouse.application.mfa.VerifyAuthenticator;
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
    EnrolAuthenticator enrolAuthenticator(
            TotpCodes codes, Vault vault, EventStore store, Ids ids, InstantSource clock) {
        return new EnrolAuthenticator(codes, vault, store, ids, clock);
    }

    @Produces
    @Singleton
    VerifyAuthenticator verifyAuthenticator(
            TotpCodes codes, Notices notices, AccountDirectory directory, EventStore store, InstantSource clock) {
        return new VerifyAuthenticator(codes, notices, directory, store, clock);
    }

    @Produces
    @Singleton
    RemoveAuthenticator removeAuthenticator(
            TotpCodes codes, RecoveryCodeSets recoveryCodes, Notices notices, EventStore store, InstantSource clock) {
        return new RemoveAuthenticator(codes, recoveryCodes, notices, store, clock);
    }

    @Produces
    @Singleton
    GenerateRecoveryCodes generateRecoveryCodes(RecoveryCodeSets sets, EventStore store, InstantSource clock) {
        return new GenerateRecoveryCodes(sets, store, clock);
    }

    @Produces
    @Singleton
    ListRecoveryCodes listRecoveryCodes(FactorViews factors, RecoveryCodeSets sets) {
        return new ListRecoveryCodes(factors, sets);
    }

    @Produces
    @Singleton
    ConcealRecoveryCodes concealRecoveryCodes(
            Projects projects, FactorViews factors, EventStore store, InstantSource clock) {
        return new ConcealRecoveryCodes(projects, factors, store, clock);
    }

    @Produces
    @Singleton
    RegenerateRecoveryCodes regenerateRecoveryCodes(RecoveryCodeSets sets, EventStore store, InstantSource clock) {
        return new RegenerateRecoveryCodes(sets, store, clock);
    }

    @Produces
    @Singleton
    EnableOrDisableMfa enableOrDisableMfa(
            Notices notices, AccountDirectory directory, EventStore store, InstantSource clock) {
        return new EnableOrDisableMfa(notices, directory, store, clock);
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
    AnswerChallenge answerChallenge(
            TotpCodes totpCodes,
            RecoveryCodeSets recoveryCodes,
            CodeDigests digests,
            SessionViews sessions,
            EventStore store,
            InstantSource clock) {
        return new AnswerChallenge(totpCodes, recoveryCodes, digests, sessions, store, clock);
    }
}
