package io.gatehouse.application;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountEvent.EmailChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.PushTargetCreated;
import io.gatehouse.domain.target.TargetEvent.PushTargetUpdated;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;
import io.gatehouse.domain.target.TargetId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that are unique in a project, by owner: user IDs, addresses, numbers, IDs and identifiers of targets. */
final class UniqueValues {

    private final Map<Holder, Claim> claims = new HashMap<>();

    /** @param as the role of the value: an account has one value per role at a time */
    private record Holder(AccountId account, Object as) {}

    /** The role of a target's ID; the target ID itself is the role of its identifier. */
    private record TargetIdOwner(TargetId target) {}

    /** @param value of a type that distinguishes the kinds of values */
    private record Claim(ProjectId project, Object value) {}

    /** @throws RefusedException if the event claims a value that is taken */
    void evolve(Event event) {
        switch (event) {
            case UserCreated e -> {
                claim(e, AccountId.class, e.account(), new UserAlreadyExists());
                claim(e, EmailAddress.class, e.email(), new UserAlreadyExists());
            }
            case EmailChanged e -> exchange(e, EmailAddress.class, e.email(), new UserAlreadyExists());
            case PhoneChanged e -> exchange(e, PhoneNumber.class, e.phone(), new UserAlreadyExists());
            case TargetCreated e -> claim(e, e.target(), e.identifier());
            case PushTargetCreated e -> claim(e, e.target(), e.identifier());
            case TargetReaddressed e -> readdress(e, e.target(), e.identifier());
            case PushTargetUpdated e -> readdress(e, e.target(), e.identifier());
            case TargetDeleted e -> {
                claims.remove(new Holder(e.account(), new TargetIdOwner(e.target())));
                claims.remove(new Holder(e.account(), e.target()));
            }
            case UserDeleted e ->
                claims.keySet().removeIf(holder -> holder.account().equals(e.account()));
            default -> {} // claims nothing
        }
    }

    private void claim(Event event, TargetId target, Identifier identifier) {
        claim(event, new TargetIdOwner(target), target, new TargetAlreadyExists());
        claim(event, target, identifier, new TargetAlreadyExists());
    }

    /** The update of a deleted target claims nothing. */
    private void readdress(Event event, TargetId target, Identifier identifier) {
        if (claims.containsKey(new Holder(ownerOf(event), new TargetIdOwner(target)))) {
            exchange(event, target, identifier, new TargetAlreadyExists());
        }
    }

    private void exchange(Event event, Object as, Object value, Refusal refusal) {
        claims.remove(new Holder(ownerOf(event), as));
        claim(event, as, value, refusal);
    }

    private void claim(Event event, Object as, @Nullable Object value, Refusal refusal) {
        if (value == null) {
            return;
        }
        var claim = new Claim(event.project(), value);
        if (claims.containsValue(claim)) {
            throw new RefusedException(refusal);
        }
        claims.put(new Holder(ownerOf(event), as), claim);
    }

    private static AccountId ownerOf(Event event) {
        return new AccountId(event.project(), event.userId());
    }
}
