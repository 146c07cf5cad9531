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
import io.gatehouse.application.token.ConfirmEmail;
import io.gatehouse.application.token.ConfirmPhone;
import io.gatehouse.application.token.KnownUsers;
import io.gatehouse.application.token.Mint;
import io.gatehouse.application.token.Phrases;
import io.gatehouse.application.token.Redemption;
import io.gatehouse.application.token.RequestPasswordRecovery;
import io.gatehouse.application.token.ResetPassword;
import io.gatehouse.application.token.SendEmailCode;
import io.gatehouse.application.token.SendEmailVerification;
import io.gatehouse.application.token.SendMagicLink;
import io.gatehouse.application.token.SendPhoneVerification;
import io.gatehouse.application.token.SendSmsCode;
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
    SendEmailCode sendEmailCode(
            Channels channels, Addressees addressees, Mint mint, Letters letters, EventStore store) {
        return new SendEmailCode(channels, addressees, mint, letters, store);
    }

    @Produces
    @Singleton
    SendMagicLink sendMagicLink(
            Channels channels, Addressees addressees, Mint mint, Letters letters, EventStore store) {
        return new SendMagicLink(channels, addressees, mint, letters, store);
    }

    @Produces
    @Singleton
    SendSmsCode sendSmsCode(Channels channels, Addressees addressees, Mint mint, Letters letters, EventStore store) {
        return new SendSmsCode(channels, addressees, mint, letters, store);
    }

    @Produces
    @Singleton
    SendEmailVerification sendEmailVerification(Channels channels, Mint mint, Letters letters, EventStore store) {
        return new SendEmailVerification(channels, mint, letters, store);
    }

    @Produces
    @Singleton
    ConfirmEmail confirmEmail(KnownUsers users, Redemption redemption, InstantSource clock) {
        return new ConfirmEmail(users, redemption, clock);
    }

    @Produces
    @Singleton
    SendPhoneVerification sendPhoneVerification(Channels channels, Mint mint, Letters letters, EventStore store) {
        return new SendPhoneVerification(channels, mint, letters, store);
    }

    @Produces
    @Singleton
    ConfirmPhone confirmPhone(KnownUsers users, Redemption redemption, InstantSource clock) {
        return new ConfirmPhone(users, redemption, clock);
    }

    @Produces
    @Singleton
    RequestPasswordRecovery requestPasswordRecovery(
            Channels channels, AccountDirectory directory, Mint mint, Letters letters, EventStore store, Ids ids) {
        return new RequestPasswordRecovery(channels, directory, mint, letters, store, ids);
    }

    @Produces
    @Singleton
    ResetPassword resetPassword(
            KnownUsers users, PasswordChanges passwords, Notices notices, Redemption redemption, InstantSource clock) {
        return new ResetPassword(users, passwords, notices, redemption, clock);
    }
}
