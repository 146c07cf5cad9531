package io.gatehouse.bootstrap;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.Admission;
import io.gatehouse.application.account.PasswordChanges;
import io.gatehouse.application.message.Channels;
import io.gatehouse.application.message.Letters;
import io.gatehouse.application.message.Notices;
import io.gatehouse.application.token.Addressees;
import io.gatehouse.application.token.CreateEmailToken;
import io.gatehouse.application.token.CreateEmailVerification;
import io.gatehouse.application.token.CreateMagicUrlToken;
import io.gatehouse.application.token.CreatePhoneToken;
import io.gatehouse.application.token.CreatePhoneVerification;
import io.gatehouse.application.token.CreateRecovery;
import io.gatehouse.application.token.KnownUsers;
import io.gatehouse.application.token.Mint;
import io.gatehouse.application.token.Phrases;
import io.gatehouse.application.token.Redemption;
import io.gatehouse.application.token.UpdateEmailVerification;
import io.gatehouse.application.token.UpdatePhoneVerification;
import io.gatehouse.application.token.UpdateRecovery;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What one can do with tokens. */
final class TokenParts {

    @Produces
    @Singleton
    Mint mint(Secrets secrets, Phrases phrases, Ids ids, InstantSource clock) {
        return new Mint(secrets, phrases, ids, clock);
    }

    @Produces
    @Singleton
    Addressees addressees(AccountDirectory directory, Admission admission, Ids ids, InstantSource clock) {
        return new Addressees(directory, admission, ids, clock);
    }

    @Produces
    @Singleton
    KnownUsers knownUsers(AccountDirectory directory) {
        return new KnownUsers(directory);
    }

    @Produces
    @Singleton
    Redemption redemption(EventStore store, InstantSource clock) {
        return new Redemption(store, clock);
    }

    @Produces
    @Singleton
    CreateEmailToken createEmailToken(
            Channels channels, Addressees addressees, Mint mint, Letters letters, EventStore store) {
        return new CreateEmailToken(channels, addressees, mint, letters, store);
    }

    @Produces
    @Singleton
    CreateMagicUrlToken createMagicUrlToken(
            Channels channels, Addressees addressees, Mint mint, Letters letters, EventStore store) {
        return new CreateMagicUrlToken(channels, addressees, mint, letters, store);
    }

    @Produces
    @Singleton
    CreatePhoneToken createPhoneToken(
            Channels channels, Addressees addressees, Mint mint, Letters letters, EventStore store) {
        return new CreatePhoneToken(channels, addressees, mint, letters, store);
    }

    @Produces
    @Singleton
    CreateEmailVerification createEmailVerification(Channels channels, Mint mint, Letters letters, EventStore store) {
        return new CreateEmailVerification(channels, mint, letters, store);
    }

    @Produces
    @Singleton
    UpdateEmailVerification updateEmailVerification(KnownUsers users, Redemption redemption, InstantSource clock) {
        return new UpdateEmailVerification(users, redemption, clock);
    }

    @Produces
    @Singleton
    CreatePhoneVerification createPhoneVerification(Channels channels, Mint mint, Letters letters, EventStore store) {
        return new CreatePhoneVerification(channels, mint, letters, store);
    }

    @Produces
    @Singleton
    UpdatePhoneVerification updatePhoneVerification(KnownUsers users, Redemption redemption, InstantSource clock) {
        return new UpdatePhoneVerification(users, redemption, clock);
    }

    @Produces
    @Singleton
    CreateRecovery createRecovery(
            Channels channels, AccountDirectory directory, Mint mint, Letters letters, EventStore store, Ids ids) {
        return new CreateRecovery(channels, directory, mint, letters, store, ids);
    }

    @Produces
    @Singleton
    UpdateRecovery updateRecovery(
            KnownUsers users, PasswordChanges passwords, Notices notices, Redemption redemption, InstantSource clock) {
        return new UpdateRecovery(users, passwords, notices, redemption, clock);
    }
}
