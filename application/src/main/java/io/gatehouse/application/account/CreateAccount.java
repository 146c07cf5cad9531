package io.gatehouse.application.account;

import io.gatehouse.application.Audit;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Occasion;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetId;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs somebody up with an e-mail address and a password. Opens no session. */
public final class CreateAccount {

    private final PasswordHasher hasher;
    private final EventStore store;
    private final Ids ids;
    private final InstantSource clock;

    public CreateAccount(PasswordHasher hasher, EventStore store, Ids ids, InstantSource clock) {
        this.hasher = hasher;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param name null if the user gave none */
    public record Command(
            AccountId id,
            EmailAddress email,
            PlainPassword password,
            @Nullable UserName name) {}

    /**
     * Neither ID nor address is looked up beforehand: both are claimed in the transaction that appends.
     *
     * @throws RefusedException with {@link UserAlreadyExists}
     */
    public AccountView handle(Command command, Occasion occasion) {
        var hash = hasher.hash(command.password());
        var now = clock.instant();
        var created = new UserCreated(command.id(), command.email(), hash, command.name(), now);
        var target = new TargetCreated(
                command.id(),
                new TargetId(command.id().project(), ids.next()),
                "email",
                new Identifier(command.email().value()),
                now);
        return store.transact(occasion.as(Audit.USER_CREATE), streams -> {
            streams.begin(created);
            streams.begin(target);
            return view(created, command.email(), target);
        });
    }

    private static AccountView view(UserCreated created, EmailAddress email, TargetCreated target) {
        var now = created.at();
        var reachable = new TargetView(
                target.target().value(), now, now, "", null, target.providerType(), email.value(), false);
        return new AccountView(
                created.account(),
                now,
                now,
                created.name(),
                false,
                List.of(),
                now,
                email,
                null,
                false,
                false,
                false,
                Preferences.NONE,
                List.of(reachable),
                now);
    }
}
