package io.gatehouse.bootstrap;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.Admission;
import io.gatehouse.application.account.BlockOwnAccount;
import io.gatehouse.application.account.CommonPasswords;
import io.gatehouse.application.account.DeleteOwnAccount;
import io.gatehouse.application.account.EmailDomains;
import io.gatehouse.application.account.NewPasswords;
import io.gatehouse.application.account.PasswordChanges;
import io.gatehouse.application.account.PasswordHasher;
import io.gatehouse.application.account.Relocation;
import io.gatehouse.application.account.SignUp;
import io.gatehouse.application.account.TrackAccess;
import io.gatehouse.application.account.UpdateEmail;
import io.gatehouse.application.account.UpdateName;
import io.gatehouse.application.account.UpdatePassword;
import io.gatehouse.application.account.UpdatePhone;
import io.gatehouse.application.account.UpdatePreferences;
import io.gatehouse.application.message.Notices;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What one can do with an account. */
final class AccountParts {

    @Produces
    @Singleton
    Admission admission(AccountDirectory directory, EmailDomains domains) {
        return new Admission(directory, domains);
    }

    @Produces
    @Singleton
    NewPasswords newPasswords(CommonPasswords common) {
        return new NewPasswords(common);
    }

    @Produces
    @Singleton
    PasswordChanges passwordChanges(AccountDirectory directory, PasswordHasher hasher) {
        return new PasswordChanges(directory, hasher);
    }

    @Produces
    @Singleton
    SignUp signUp(Admission admission, PasswordHasher hasher, EventStore store, Ids ids, InstantSource clock) {
        return new SignUp(admission, hasher, store, ids, clock);
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
    Relocation relocation(AccountDirectory directory, EventStore store, Ids ids) {
        return new Relocation(directory, store, ids);
    }

    @Produces
    @Singleton
    UpdateEmail updateEmail(
            AccountDirectory directory,
            PasswordChanges passwords,
            Admission admission,
            Relocation relocation,
            Notices notices,
            InstantSource clock) {
        return new UpdateEmail(directory, passwords, admission, relocation, notices, clock);
    }

    @Produces
    @Singleton
    UpdatePhone updatePhone(
            AccountDirectory directory,
            PasswordChanges passwords,
            Relocation relocation,
            Notices notices,
            InstantSource clock) {
        return new UpdatePhone(directory, passwords, relocation, notices, clock);
    }

    @Produces
    @Singleton
    UpdatePassword updatePassword(
            AccountDirectory directory,
            PasswordChanges passwords,
            Notices notices,
            EventStore store,
            InstantSource clock) {
        return new UpdatePassword(directory, passwords, notices, store, clock);
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
