package io.gatehouse.domain;

import java.util.List;

/** What an aggregate answers: yes, with what happens now, or no, with the reason. */
public sealed interface Decision<E> {

    /** @param events oldest first; empty when it is already so */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused<E>(Refusal refusal) implements Decision<E> {}

    /** It is already so. */
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
