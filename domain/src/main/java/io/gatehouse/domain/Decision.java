package io.gatehouse.domain;

import java.util.List;

/** The response of an aggregate to a command: accepted with events, or refused with a reason. */
public sealed interface Decision<E> {

    /** @param events oldest first; empty if the command changes nothing */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused<E>(Refusal refusal) implements Decision<E> {}

    /** Accepts a command that changes nothing. */
    static <E> Decision<E> accept() {
        return new Accepted<>(List.of());
    }

    static <E> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E> Decision<E> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
