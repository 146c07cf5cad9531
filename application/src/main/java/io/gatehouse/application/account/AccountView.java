package io.gatehouse.application.account;

import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.account.UserFacts;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.FactorRequirement;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner sees it.
 *
 * @param name null if none was given
 * @param email null if there is none
 * @param phone null if there is none
 * @param passwordUpdatedAt null if the user never had a password
 * @param mfa whether MFA is enabled
 * @param totp whether a verified authenticator app is enrolled
 * @param targets oldest first
 */
public record AccountView(
        AccountId id,
        Instant createdAt,
        Instant updatedAt,
        @Nullable DisplayName name,
        boolean blocked,
        List<String> labels,
        @Nullable Instant passwordUpdatedAt,
        @Nullable EmailAddress email,
        @Nullable PhoneNumber phone,
        boolean emailVerified,
        boolean phoneVerified,
        boolean mfa,
        boolean totp,
        Preferences preferences,
        List<TargetView> targets,
        Instant accessedAt) {

    /** @param providerId null unless a messaging provider is bound to the target */
    public record TargetView(
            String id,
            Instant createdAt,
            Instant updatedAt,
            String name,
            @Nullable String providerId,
            String providerType,
            String identifier,
            boolean expired) {}

    /** How many factors a session of this account requires. */
    public FactorRequirement factorRequirement() {
        return FactorRequirement.of(mfa, provableFactors());
    }

    /** The factors that the user can prove, except recovery codes. */
    public Set<AuthenticationFactor> provableFactors() {
        var factors = EnumSet.noneOf(AuthenticationFactor.class);
        if (passwordUpdatedAt != null) {
            factors.add(AuthenticationFactor.PASSWORD);
        }
        if (emailVerified) {
            factors.add(AuthenticationFactor.EMAIL);
        }
        if (phoneVerified) {
            factors.add(AuthenticationFactor.PHONE);
        }
        if (totp) {
            factors.add(AuthenticationFactor.TOTP);
        }
        return factors;
    }

    public UserFacts facts() {
        return new UserFacts(id, email, name, phone);
    }

    public AccountView withName(DisplayName to, Instant now) {
        return with(to, blocked, preferences, accessedAt, now);
    }

    public AccountView withPreferences(Preferences to, Instant now) {
        return with(name, blocked, to, accessedAt, now);
    }

    public AccountView withBlock(Instant now) {
        return with(name, true, preferences, accessedAt, now);
    }

    public AccountView withAccess(Instant now) {
        return with(name, blocked, preferences, now, now);
    }

    private AccountView with(
            @Nullable DisplayName name, boolean blocked, Preferences preferences, Instant accessedAt, Instant now) {
        return new AccountView(
                id,
                createdAt,
                now,
                name,
                blocked,
                labels,
                passwordUpdatedAt,
                email,
                phone,
                emailVerified,
                phoneVerified,
                mfa,
                totp,
                preferences,
                targets,
                accessedAt);
    }
}
