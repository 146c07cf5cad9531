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
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.UserName;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds whom a sign-in message is for: whoever has the address or the number, or else somebody new. */
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

    /** Whom it is for. */
    sealed interface TokenOwner {

        AccountId id();

        /** Null if there is none. */
        @Nullable
        UserName name();

        boolean isBlocked();

        /** Makes sure, in the unit of work that writes to them, that they are who they seemed to be. */
        void ensure(Streams streams);

        record Known(AccountView account, AccountCommand request) implements TokenOwner {

            @Override
            public AccountId id() {
                return account.id();
            }

            @Override
            public @Nullable UserName name() {
                return account.name();
            }

            @Override
            public boolean isBlocked() {
                return account.blocked();
            }

            @Override
            public void ensure(Streams streams) {
                streams.execute(account.id(), request);
            }
        }

        record New(NewAccount newcomer) implements TokenOwner {

            @Override
            public AccountId id() {
                return newcomer.created().account();
            }

            @Override
            public @Nullable UserName name() {
                return null;
            }

            @Override
            public boolean isBlocked() {
                return false;
            }

            @Override
            public void ensure(Streams streams) {
                newcomer.appendTo(streams);
            }
        }
    }

    /**
     * @param wanted the ID of the user if there is none yet
     * @param write runs once more if somebody turns up at the address at the same moment, or leaves it
     */
    <R> R withOwner(Project project, AccountId wanted, EmailAddress email, Function<TokenOwner, R> write) {
        return withOwner(
                () -> directory
                        .find(project.id(), email)
                        .map(account -> new TokenOwner.Known(account, new RequestSignInByEmail(account.id(), email))),
                () -> newcomer(project, wanted, email),
                write);
    }

    /** The same for a number. */
    <R> R withOwner(Project project, AccountId wanted, PhoneNumber phone, Function<TokenOwner, R> write) {
        return withOwner(
                () -> directory
                        .find(project.id(), phone)
                        .map(account -> new TokenOwner.Known(account, new RequestSignInByPhone(account.id(), phone))),
                () -> newcomer(project, wanted, phone),
                write);
    }

    private <R> R withOwner(
            Supplier<Optional<TokenOwner.Known>> known, Supplier<NewAccount> newcomer, Function<TokenOwner, R> write) {
        var somebody = known.get();
        if (somebody.isPresent()) {
            try {
                return write.apply(somebody.get());
            } catch (RefusedException refused) {
                if (!(refused.refusal() instanceof UserNotFound)) {
                    throw refused;
                }
                // They have gone, or moved, at this very moment: now the address is nobody's.
            }
        }
        try {
            return newcomer.get().retryWithoutTarget(entering -> write.apply(new TokenOwner.New(entering)));
        } catch (RefusedException refused) {
            var faster =
                    refused.refusal() instanceof UserAlreadyExists ? known.get() : Optional.<TokenOwner.Known>empty();
            return write.apply(faster.orElseThrow(() -> refused));
        }
    }

    private NewAccount newcomer(Project project, AccountId wanted, EmailAddress email) {
        signUpPolicy.requireCapacity(project);
        signUpPolicy.requireAllowedEmail(project, email);
        var created = new UserCreated(wanted, email, null, null, clock.instant());
        return NewAccount.withEmail(created, email, ids.next());
    }

    private NewAccount newcomer(Project project, AccountId wanted, PhoneNumber phone) {
        signUpPolicy.requireCapacity(project);
        return NewAccount.withPhone(wanted, phone, ids.next(), clock.instant());
    }
}
