package io.gatehouse.application;

import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Decision.Accepted;
import io.gatehouse.domain.Decision.Refused;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.StreamId;
import io.gatehouse.domain.account.AccountEvent;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent;
import io.gatehouse.domain.mfa.authenticator.TotpStepEvent.TotpStepSpent;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent;
import io.gatehouse.domain.session.SessionEvent;
import io.gatehouse.domain.session.SessionEvent.SessionChallengePassed;
import io.gatehouse.domain.target.TargetEvent.PushTargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import io.gatehouse.domain.token.TokenEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The log as it was when a unit of work began, followed by the events the unit has decided since. */
final class InMemoryStreams implements Streams {

    private final List<Event> events;
    private final int seen;
    private final List<Predicate<Event>> guards = new ArrayList<>();

    InMemoryStreams(List<Event> history) {
        this.events = new ArrayList<>(history);
        this.seen = history.size();
    }

    @Override
    public <A extends Aggregate<A, C, E>, C, E extends Event> A read(StreamId<A, C, E> stream) {
        guards.add(event -> isOf(stream, event));
        var aggregate = stream.initialState();
        for (var event : events) {
            if (isOf(stream, event)) {
                @SuppressWarnings("unchecked") // events of a stream have its event type
                var own = (E) event;
                aggregate = aggregate.evolve(own);
            }
        }
        return aggregate;
    }

    @Override
    public <A extends Aggregate<A, C, E>, C, E extends Event> A execute(StreamId<A, C, E> stream, C command) {
        switch (read(stream).decide(command)) {
            case Refused<E>(var refusal) -> throw new RefusedException(refusal);
            case Accepted<E>(var decided) -> events.addAll(decided);
        }
        return read(stream);
    }

    @Override
    public void append(Event first) {
        events.add(first);
    }

    @Override
    public <T> T list(AccountId account, Inventory<T> inventory) {
        var known = InMemoryInventory.of(inventory);
        guards.add(event -> known.isAddition().test(event)
                && event.project().equals(account.project())
                && event.userId().equals(account.value()));
        return known.contents().apply(account, events.subList(0, seen));
    }

    /** @return how many events there were when the unit of work began */
    int seen() {
        return seen;
    }

    @Override
    public List<Event> decided() {
        return List.copyOf(events.subList(seen, events.size()));
    }

    /** @return whether the unit of work would have read something else if this event had been recorded before */
    boolean guardAgainst(Event event) {
        return guards.stream().anyMatch(guard -> guard.test(event));
    }

    private static boolean isOf(StreamId<?, ?, ?> stream, Event event) {
        return historyOf(event).filter(stream::equals).isPresent();
    }

    private static Optional<StreamId<?, ?, ?>> historyOf(Event event) {
        return switch (event) {
            case AccountEvent e -> Optional.of(e.account());
            case SessionChallengePassed _ -> Optional.empty();
            case SessionEvent e -> Optional.of(e.session());
            case TokenEvent e -> Optional.of(e.token());
            case MfaChallengeEvent e -> Optional.of(e.challenge());
            case AuthenticatorEvent e -> Optional.of(e.authenticator());
            case RecoveryCodesEvent e -> Optional.of(e.codes());
            case TotpStepSpent e -> Optional.of(e.stepId());
            case PushTargetCreated e -> Optional.of(e.target());
            case TargetDeleted e -> Optional.of(e.target());
            default -> Optional.empty();
        };
    }
}
