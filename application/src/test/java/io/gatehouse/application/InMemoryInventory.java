package io.gatehouse.application;

import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.inventory.OutstandingToken;
import io.gatehouse.application.inventory.RegisteredTarget;
import io.gatehouse.application.mfa.FactorsFromLog;
import io.gatehouse.application.session.SessionsFromLog;
import io.gatehouse.application.target.PushTargetsFromLog;
import io.gatehouse.application.token.TokensFromLog;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.target.TargetEvent.PushTargetCreated;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * An inventory, computed from the event log.
 *
 * @param isAddition whether an event adds to the inventory of its account
 * @param contents computes the inventory of an account from a log
 */
record InMemoryInventory<T>(Predicate<Event> isAddition, BiFunction<AccountId, List<Event>, T> contents) {

    private static final Map<Inventory<?>, InMemoryInventory<?>> ALL = Map.ofEntries(
            entry(OpenSession.INVENTORY, SessionCreated.class::isInstance, SessionsFromLog::of),
            entry(OutstandingToken.INVENTORY, TokenIssued.class::isInstance, TokensFromLog::of),
            entry(
                    EnrolledFactors.INVENTORY,
                    event -> event instanceof AuthenticatorCreated || event instanceof RecoveryCodesCreated,
                    FactorsFromLog::of),
            entry(RegisteredTarget.INVENTORY, PushTargetCreated.class::isInstance, PushTargetsFromLog::of));

    private static <T> Map.Entry<Inventory<?>, InMemoryInventory<?>> entry(
            Inventory<T> inventory, Predicate<Event> isAddition, BiFunction<AccountId, List<Event>, T> contents) {
        return Map.entry(inventory, new InMemoryInventory<>(isAddition, contents));
    }

    @SuppressWarnings("unchecked") // an entry has the type of its inventory
    static <T> InMemoryInventory<T> of(Inventory<T> inventory) {
        return (InMemoryInventory<T>) Objects.requireNonNull(ALL.get(inventory), inventory::kind);
    }
}
