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
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is unique in a project, and who has it: user IDs, addresses, numbers, and where targets lead. */
final class Claims {

    private final Map<Holder, Claim> claims = new HashMap<>();

    /** @param as what of the account it is that can have one claim at a time */
    private record Holder(AccountId account, Object as) {}

    /** @param value of a type that tells what is claimed */
    private record Claim(ProjectId project, Object value) {}

    /** @throws RefusedException if the event claims what somebody has */
    void evolve(Event event) {
        switch (event) {
            case UserCreated e -> {
                claim(e, AccountId.class, e.account(), new UserAlreadyExists());
                claim(e, EmailAddress.class, e.email(), new UserAlreadyExists());
            }
            case EmailChanged e -> exchange(e, EmailAddress.class, e.email(), new UserAlreadyExists());
            case PhoneChanged e -> exchange(e, PhoneNumber.class, e.phone(), new UserAlreadyExists());
            case TargetCreated e -> claim(e, e.target(), e.identifier(), new TargetAlreadyExists());
            case TargetReaddressed e -> exchange(e, e.target(), e.identifier(), new TargetAlreadyExists());
            case UserDeleted e ->
                claims.keySet().removeIf(holder -> holder.account().equals(e.account()));
            default -> {} // claims nothing
        }
    }

    private void exchange(Event event, Object as, Object value, Refusal refusal) {
        claims.remove(new Holder(event.account(), as));
        claim(event, as, value, refusal);
    }

    private void claim(Event event, Object as, @Nullable Object value, Refusal refusal) {
        if (value == null) {
            return;
        }
        var claim = new Claim(event.account().project(), value);
        if (claims.containsValue(claim)) {
            throw new RefusedException(refusal);
        }
        claims.put(new Holder(event.account(), as), claim);
    }
}
