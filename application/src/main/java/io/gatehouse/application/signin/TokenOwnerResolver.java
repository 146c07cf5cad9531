package io.gatehouse.application.signin;

import io.gatehouse.application.Ids;
import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.signup.NewAccount;
import io.gatehouse.application.signup.SignUpPolicy;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand;
import io.gatehouse.domain.account.AccountCommand.RequestSignInByEmail;
import io.gatehouse.domain.account.AccountCommand.RequestSignInByPhone;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the account that a sign-in token is for: the one that has the address or phone number, or a new one. */
public final class TokenOwnerResolver {

    private final AccountDirectory directory;
    private final SignUpPolicy signUpPolicy;
    private final Ids ids;
    private final InstantSource clock;

    public TokenOwnerResolver(AccountDirectory directory, SignUpPolicy signUpPolicy, Ids ids, InstantSource clock) {
        this.directory = directory;
        this.signUpPolicy = signUpPolicy;
        this.ids = ids;
        this.clock = clock;
    }

    /** The account, existing or new, that a token is issued for. */
    sealed interface TokenOwner {

        AccountId id();

        /** Null if the user has no name. */
        @Nullable
        DisplayName name();

        boolean isBlocked();

        /** Creates a new account; requires of an existing one that it still has the address or phone number. */
        void createOrRequire(Streams streams);

        record Existing(AccountView account, AccountCommand signInRequest) implements TokenOwner {

            @Override
            public AccountId id() {
                return account.id();
            }

            @Override
            public @Nullable DisplayName name() {
                return account.name();
            }

            @Override
            public boolean isBlocked() {
                return account.blocked();
            }

            @Override
            public void createOrRequire(Streams streams) {
                streams.execute(account.id(), signInRequest);
            }
        }

        record New(NewAccount newAccount) implements TokenOwner {

            @Override
            public AccountId id() {
                return newAccount.created().account();
            }

            @Override
            public @Nullable DisplayName name() {
                return null;
            }

            @Override
            public boolean isBlocked() {
                return false;
            }

            @Override
            public void createOrRequire(Streams streams) {
                newAccount.appendTo(streams);
            }
        }
    }

    /**
     * Issues a token for the account that has the address, or for a new account.
     *
     * @param newAccountId the ID of the account if it has to be created
     * @param issue issues the token; retried if the address is claimed or released concurrently
     */
    <R> R withOwner(Project project, AccountId newAccountId, EmailAddress email, Function<TokenOwner, R> issue) {
        return withOwner(
                () -> directory
                        .find(project.id(), email)
                        .map(account ->
                                new TokenOwner.Existing(account, new RequestSignInByEmail(account.id(), email))),
                () -> newAccount(project, newAccountId, email),
                issue);
    }

    /** The same for a phone number. */
    <R> R withOwner(Project project, AccountId newAccountId, PhoneNumber phone, Function<TokenOwner, R> issue) {
        return withOwner(
                () -> directory
                        .find(project.id(), phone)
                        .map(account ->
                                new TokenOwner.Existing(account, new RequestSignInByPhone(account.id(), phone))),
                () -> newAccount(project, newAccountId, phone),
                issue);
    }

    private <R> R withOwner(
            Supplier<Optional<TokenOwner.Existing>> findExisting,
            Supplier<NewAccount> newAccount,
            Function<TokenOwner, R> issue) {
        var existing = findExisting.get();
        if (existing.isPresent()) {
            try {
                return issue.apply(existing.get());
            } catch (RefusedException refused) {
                if (!(refused.refusal() instanceof UserNotFound)) {
                    throw refused;
                }
                // The account was deleted or changed its address concurrently: the address is free now.
            }
        }
        try {
            return newAccount.get().retryWithoutTarget(created -> issue.apply(new TokenOwner.New(created)));
        } catch (RefusedException refused) {
            var concurrent = refused.refusal() instanceof UserAlreadyExists
                    ? findExisting.get()
                    : Optional.<TokenOwner.Existing>empty();
            return issue.apply(concurrent.orElseThrow(() -> refused));
        }
    }

    private NewAccount newAccount(Project project, AccountId newAccountId, EmailAddress email) {
        signUpPolicy.requireCapacity(project);
        signUpPolicy.requireAllowedEmail(project, email);
        var created = new UserCreated(newAccountId, email, null, null, clock.instant());
        return NewAccount.withEmail(created, email, ids.next());
    }

    private NewAccount newAccount(Project project, AccountId newAccountId, PhoneNumber phone) {
        signUpPolicy.requireCapacity(project);
        return NewAccount.withPhone(newAccountId, phone, ids.next(), clock.instant());
    }
}
