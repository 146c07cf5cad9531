package io.gatehouse.bootstrap;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.PasswordVerification;
import io.gatehouse.application.account.SignUpPolicy;
import io.gatehouse.application.message.Channels;
import io.gatehouse.application.message.Letters;
import io.gatehouse.application.message.Notices;
import io.gatehouse.application.token.AccountLookup;
import io.gatehouse.application.token.ConfirmEmail;
import io.gatehouse.application.token.ConfirmPhone;
import io.gatehouse.application.token.RequestPasswordRecovery;
import io.gatehouse.application.token.ResetPassword;
import io.gatehouse.application.token.SecurityPhrases;
import io.gatehouse.application.token.SendEmailCode;
import io.gatehouse.application.token.SendEmailVerification;
import io.gatehouse.application.token.SendMagicLink;
import io.gatehouse.application.token.SendPhoneVerification;
import io.gatehouse.application.token.SendSmsCode;
import io.gatehouse.application.token.TokenIssuer;
import io.gatehouse.application.token.TokenOwnerResolver;
import io.gatehouse.application.token.TokenRedemption;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What one can do with tokens. */
final class TokenParts {

    @Produces
    @Singleton
    TokenIssuer tokenIssuer(Secrets secrets, SecurityPhrases securityPhrases, Ids ids, InstantSource clock) {
        return new TokenIssuer(secrets, securityPhrases, ids, clock);
    }

    @Produces
    @Singleton
    TokenOwnerResolver tokenOwnerResolver(
            AccountDirectory directory, SignUpPolicy signUpPolicy, Ids ids, InstantSource clock) {
        return new TokenOwnerResolver(directory, signUpPolicy, ids, clock);
    }

    @Produces
    @Singleton
    AccountLookup accountLookup(AccountDirectory directory) {
        return new AccountLookup(directory);
    }

    @Produces
    @Singleton
    TokenRedemption tokenRedemption(EventStore store, InstantSource clock) {
        return new TokenRedemption(store, clock);
    }

    @Produces
    @Singleton
    SendEmailCode sendEmailCode(
            Channels channels,
            TokenOwnerResolver tokenOwnerResolver,
            TokenIssuer tokenIssuer,
            Letters letters,
            EventStore store) {
        return new SendEmailCode(channels, tokenOwnerResolver, tokenIssuer, letters, store);
    }

    @Produces
    @Singleton
    SendMagicLink sendMagicLink(
            Channels channels,
            TokenOwnerResolver tokenOwnerResolver,
            TokenIssuer tokenIssuer,
            Letters letters,
            EventStore store) {
        return new SendMagicLink(channels, tokenOwnerResolver, tokenIssuer, letters, store);
    }

    @Produces
    @Singleton
    SendSmsCode sendSmsCode(
            Channels channels,
            TokenOwnerResolver tokenOwnerResolver,
            TokenIssuer tokenIssuer,
            Letters letters,
            EventStore store) {
        return new SendSmsCode(channels, tokenOwnerResolver, tokenIssuer, letters, store);
    }

    @Produces
    @Singleton
    SendEmailVerification sendEmailVerification(
            Channels channels, TokenIssuer tokenIssuer, Letters letters, EventStore store) {
        return new SendEmailVerification(channels, tokenIssuer, letters, store);
    }

    @Produces
    @Singleton
    ConfirmEmail confirmEmail(AccountLookup users, TokenRedemption tokenRedemption, InstantSource clock) {
        return new ConfirmEmail(users, tokenRedemption, clock);
    }

    @Produces
    @Singleton
    SendPhoneVerification sendPhoneVerification(
            Channels channels, TokenIssuer tokenIssuer, Letters letters, EventStore store) {
        return new SendPhoneVerification(channels, tokenIssuer, letters, store);
    }

    @Produces
    @Singleton
    ConfirmPhone confirmPhone(AccountLookup users, TokenRedemption tokenRedemption, InstantSource clock) {
        return new ConfirmPhone(users, tokenRedemption, clock);
    }

    @Produces
    @Singleton
    RequestPasswordRecovery requestPasswordRecovery(
            Channels channels,
            AccountDirectory directory,
            TokenIssuer tokenIssuer,
            Letters letters,
            EventStore store,
            Ids ids) {
        return new RequestPasswordRecovery(channels, directory, tokenIssuer, letters, store, ids);
    }

    @Produces
    @Singleton
    ResetPassword resetPassword(
            AccountLookup users,
            PasswordVerification passwords,
            Notices notices,
            TokenRedemption tokenRedemption,
            InstantSource clock) {
        return new ResetPassword(users, passwords, notices, tokenRedemption, clock);
    }
}
