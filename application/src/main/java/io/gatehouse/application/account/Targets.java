package io.gatehouse.application.account;

import io.gatehouse.application.Ids;
import io.gatehouse.application.Streams;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.target.TargetEvent;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;
import io.gatehouse.domain.target.TargetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps the ways to reach somebody in step with their address and number. */
final class Targets {

    private final Ids ids;

    Targets(Ids ids) {
        this.ids = ids;
    }

    /** The target at the old address moves to the new one; whoever has none gets one. */
    void move(Streams streams, AccountView account, EmailAddress to, Instant now) {
        var from = account.email() == null ? null : account.email().value();
        move(streams, account, "email", from, new Identifier(to.value()), now);
    }

    void move(Streams streams, AccountView account, PhoneNumber to, Instant now) {
        var from = account.phone() == null ? null : account.phone().value();
        move(streams, account, "sms", from, new Identifier(to.value()), now);
    }

    private void move(
            Streams streams,
            AccountView account,
            String providerType,
            @Nullable String from,
            Identifier to,
            Instant now) {
        var project = account.id().project();
        var event = account.targets().stream()
                .filter(target -> target.identifier().equals(from))
                .findFirst()
                .<TargetEvent>map(old -> new TargetReaddressed(account.id(), new TargetId(project, old.id()), to, now))
                .orElseGet(() ->
                        new TargetCreated(account.id(), new TargetId(project, ids.next()), providerType, to, now));
        streams.begin(event);
    }
}
