package io.gatehouse.bootstrap.wiring;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.housekeeping.ConcealRecoveryCodes;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.mfa.CodeDigests;
import io.gatehouse.application.mfa.EnableOrDisableMfa;
import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.application.mfa.SecretEncryption;
import io.gatehouse.application.mfa.authenticator.EnrolAuthenticator;
import io.gatehouse.application.mfa.authenticator.RemoveAuthenticator;
import io.gatehouse.application.mfa.authenticator.Totp;
import io.gatehouse.application.mfa.authenticator.TotpVerifier;
import io.gatehouse.application.mfa.authenticator.VerifyAuthenticator;
import io.gatehouse.application.mfa.challenge.AnswerChallenge;
import io.gatehouse.application.mfa.challenge.CreateChallenge;
import io.gatehouse.application.mfa.recoverycodes.GenerateRecoveryCodes;
import io.gatehouse.application.mfa.recoverycodes.ListRecoveryCodes;
import io.gatehouse.application.mfa.recoverycodes.RecoveryCodeService;
import io.gatehouse.application.mfa.recoverycodes.RegenerateRecoveryCodes;
import io.gatehouse.application.project.Projects;
import io.gatehouse.application.session.SessionViews;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Use cases for second factors and challenges. */
final class MfaWiring {

    @Produces
    @Singleton
    TotpVerifier totpVerifier(Totp totp, SecretEncryption encryption) {
        return new TotpVerifier(totp, encryption);
    }

    @Produces
    @Singleton
    RecoveryCodeService recoveryCodeService(
            Secrets secrets,
            CodeDigests digests,
            SecretEncryption encryption,
            SecurityNotices securityNotices,
            Ids ids) {
        return new RecoveryCodeService(secrets, digests, encryption, securityNotices, ids);
    }

    @Produces
    @Singleton
    EnrolAuthenticator enrolAuthenticator(
            TotpVerifier codes, SecretEncryption encryption, EventStore store, Ids ids, InstantSource clock) {
        return new EnrolAuthenticator(codes, encryption, store, ids, clock);
    }

    @Produces
    @Singleton
    VerifyAuthenticator verifyAuthenticator(
            TotpVerifier codes,
            SecurityNotices securityNotices,
            AccountDirectory directory,
            EventStore store,
            InstantSource clock) {
        return new VerifyAuthenticator(codes, securityNotices, directory, store, clock);
    }

    @Produces
    @Singleton
    RemoveAuthenticator removeAuthenticator(
            TotpVerifier codes,
            RecoveryCodeService recoveryCodes,
            SecurityNotices securityNotices,
            EventStore store,
            InstantSource clock) {
        return new RemoveAuthenticator(codes, recoveryCodes, securityNotices, store, clock);
    }

    @Produces
    @Singleton
    GenerateRecoveryCodes generateRecoveryCodes(RecoveryCodeService sets, EventStore store, InstantSource clock) {
        return new GenerateRecoveryCodes(sets, store, clock);
    }

    @Produces
    @Singleton
    ListRecoveryCodes listRecoveryCodes(FactorViews factors, RecoveryCodeService sets) {
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
    RegenerateRecoveryCodes regenerateRecoveryCodes(RecoveryCodeService sets, EventStore store, InstantSource clock) {
        return new RegenerateRecoveryCodes(sets, store, clock);
    }

    @Produces
    @Singleton
    EnableOrDisableMfa enableOrDisableMfa(
            SecurityNotices securityNotices, AccountDirectory directory, EventStore store, InstantSource clock) {
        return new EnableOrDisableMfa(securityNotices, directory, store, clock);
    }

    @Produces
    @Singleton
    CreateChallenge createChallenge(
            MessagingAvailability messaging,
            Secrets secrets,
            CodeDigests digests,
            MessageComposer composer,
            EventStore store,
            Ids ids,
            InstantSource clock) {
        return new CreateChallenge(messaging, secrets, digests, composer, store, ids, clock);
    }

    @Produces
    @Singleton
    AnswerChallenge answerChallenge(
            TotpVerifier totpVerifier,
            RecoveryCodeService recoveryCodes,
            CodeDigests digests,
            SessionViews sessions,
            EventStore store,
            InstantSource clock) {
        return new AnswerChallenge(totpVerifier, recoveryCodes, digests, sessions, store, clock);
    }
}
