package io.gatehouse.bootstrap.wiring;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountLookup;
import io.gatehouse.application.account.StoredPhoneNumbers;
import io.gatehouse.application.contact.ConfirmEmail;
import io.gatehouse.application.contact.ConfirmPhone;
import io.gatehouse.application.contact.SendEmailVerification;
import io.gatehouse.application.contact.SendPhoneVerification;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.password.PasswordVerification;
import io.gatehouse.application.password.RequestPasswordRecovery;
import io.gatehouse.application.password.ResetPassword;
import io.gatehouse.application.signin.SendEmailCode;
import io.gatehouse.application.signin.SendMagicLink;
import io.gatehouse.application.signin.SendSmsCode;
import io.gatehouse.application.signin.SignInTokenSender;
import io.gatehouse.application.signin.TokenOwnerResolver;
import io.gatehouse.application.signup.SignUpPolicy;
import io.gatehouse.application.token.SecurityPhrases;
import io.gatehouse.application.token.TokenIssuer;
import io.gatehouse.application.token.TokenRedemption;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Use cases for tokens: codes, links, verification and recovery. */
final class TokenWiring {

    @Produces
    @Singleton
    SignInTokenSender signInTokenSender(EventStore store) {
        return new SignInTokenSender(store);
    }

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
            MessagingAvailability messaging,
            TokenOwnerResolver tokenOwnerResolver,
            TokenIssuer tokenIssuer,
            MessageComposer composer,
            SignInTokenSender sender) {
        return new SendEmailCode(messaging, tokenOwnerResolver, tokenIssuer, composer, sender);
    }

    @Produces
    @Singleton
    SendMagicLink sendMagicLink(
            MessagingAvailability messaging,
            TokenOwnerResolver tokenOwnerResolver,
            TokenIssuer tokenIssuer,
            MessageComposer composer,
            SignInTokenSender sender) {
        return new SendMagicLink(messaging, tokenOwnerResolver, tokenIssuer, composer, sender);
    }

    @Produces
    @Singleton
    SendSmsCode sendSmsCode(
            MessagingAvailability messaging,
            StoredPhoneNumbers storedNumbers,
            TokenOwnerResolver tokenOwnerResolver,
            TokenIssuer tokenIssuer,
            MessageComposer composer,
            SignInTokenSender sender) {
        return new SendSmsCode(messaging, storedNumbers, tokenOwnerResolver, tokenIssuer, composer, sender);
    }

    @Produces
    @Singleton
    SendEmailVerification sendEmailVerification(
            MessagingAvailability messaging, TokenIssuer tokenIssuer, MessageComposer composer, EventStore store) {
        return new SendEmailVerification(messaging, tokenIssuer, composer, store);
    }

    @Produces
    @Singleton
    ConfirmEmail confirmEmail(AccountLookup users, TokenRedemption tokenRedemption, InstantSource clock) {
        return new ConfirmEmail(users, tokenRedemption, clock);
    }

    @Produces
    @Singleton
    SendPhoneVerification sendPhoneVerification(
            MessagingAvailability messaging, TokenIssuer tokenIssuer, MessageComposer composer, EventStore store) {
        return new SendPhoneVerification(messaging, tokenIssuer, composer, store);
    }

    @Produces
    @Singleton
    ConfirmPhone confirmPhone(AccountLookup users, TokenRedemption tokenRedemption, InstantSource clock) {
        return new ConfirmPhone(users, tokenRedemption, clock);
    }

    @Produces
    @Singleton
    RequestPasswordRecovery requestPasswordRecovery(
            MessagingAvailability messaging,
            AccountDirectory directory,
            TokenIssuer tokenIssuer,
            MessageComposer composer,
            EventStore store,
            Ids ids) {
        return new RequestPasswordRecovery(messaging, directory, tokenIssuer, composer, store, ids);
    }

    @Produces
    @Singleton
    ResetPassword resetPassword(
            AccountLookup users,
            PasswordVerification passwords,
            SecurityNotices securityNotices,
            TokenRedemption tokenRedemption,
            InstantSource clock) {
        return new ResetPassword(users, passwords, securityNotices, tokenRedemption, clock);
    }
}
