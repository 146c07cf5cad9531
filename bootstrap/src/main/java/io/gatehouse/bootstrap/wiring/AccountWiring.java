package io.gatehouse.bootstrap.wiring;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.BlockOwnAccount;
import io.gatehouse.application.account.CommonPasswords;
import io.gatehouse.application.account.DeleteOwnAccount;
import io.gatehouse.application.account.PasswordHasher;
import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.account.StoredPhoneNumbers;
import io.gatehouse.application.account.TrackAccess;
import io.gatehouse.application.account.UpdateName;
import io.gatehouse.application.account.UpdatePreferences;
import io.gatehouse.application.contact.ContactChanges;
import io.gatehouse.application.contact.UpdateEmail;
import io.gatehouse.application.contact.UpdatePhone;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.password.PasswordVerification;
import io.gatehouse.application.password.UpdatePassword;
import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.application.signup.SignUp;
import io.gatehouse.application.signup.SignUpPolicy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Use cases for accounts. */
final class AccountWiring {

    @Produces
    @Singleton
    SignUpPolicy signUpPolicy(AccountDirectory directory, EmailDomains domains) {
        return new SignUpPolicy(directory, domains);
    }

    @Produces
    @Singleton
    PasswordPolicy passwordPolicy(CommonPasswords common) {
        return new PasswordPolicy(common);
    }

    @Produces
    @Singleton
    PasswordVerification passwordVerification(AccountDirectory directory, PasswordHasher hasher) {
        return new PasswordVerification(directory, hasher);
    }

    @Produces
    @Singleton
    SignUp signUp(SignUpPolicy signUpPolicy, PasswordHasher hasher, EventStore store, Ids ids, InstantSource clock) {
        return new SignUp(signUpPolicy, hasher, store, ids, clock);
    }

    @Produces
    @Singleton
    DeleteOwnAccount deleteOwnAccount(EventStore store, InstantSource clock) {
        return new DeleteOwnAccount(store, clock);
    }

    @Produces
    @Singleton
    UpdateName updateName(EventStore store, InstantSource clock) {
        return new UpdateName(store, clock);
    }

    @Produces
    @Singleton
    ContactChanges contactChanges(AccountDirectory directory, EventStore store, Ids ids) {
        return new ContactChanges(directory, store, ids);
    }

    @Produces
    @Singleton
    UpdateEmail updateEmail(
            AccountDirectory directory,
            PasswordVerification passwords,
            SignUpPolicy signUpPolicy,
            ContactChanges contactChanges,
            SecurityNotices securityNotices,
            InstantSource clock) {
        return new UpdateEmail(directory, passwords, signUpPolicy, contactChanges, securityNotices, clock);
    }

    @Produces
    @Singleton
    StoredPhoneNumbers storedPhoneNumbers(AccountDirectory directory) {
        return new StoredPhoneNumbers(directory);
    }

    @Produces
    @Singleton
    UpdatePhone updatePhone(
            AccountDirectory directory,
            StoredPhoneNumbers storedNumbers,
            PasswordVerification passwords,
            ContactChanges contactChanges,
            SecurityNotices securityNotices,
            InstantSource clock) {
        return new UpdatePhone(directory, storedNumbers, passwords, contactChanges, securityNotices, clock);
    }

    @Produces
    @Singleton
    UpdatePassword updatePassword(
            AccountDirectory directory,
            PasswordVerification passwords,
            SecurityNotices securityNotices,
            EventStore store,
            InstantSource clock) {
        return new UpdatePassword(directory, passwords, securityNotices, store, clock);
    }

    @Produces
    @Singleton
    UpdatePreferences updatePreferences(EventStore store, InstantSource clock) {
        return new UpdatePreferences(store, clock);
    }

    @Produces
    @Singleton
    BlockOwnAccount blockOwnAccount(EventStore store, InstantSource clock) {
        return new BlockOwnAccount(store, clock);
    }

    @Produces
    @Singleton
    TrackAccess trackAccess(EventStore store, InstantSource clock) {
        return new TrackAccess(store, clock);
    }
}
