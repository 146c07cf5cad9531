package io.gatehouse.domain;

import io.gatehouse.domain.account.AccountId;
import java.time.Instant;

/** A fact. Each feature seals its own; released events are never edited, only joined by new ones. */
public interface Event {

    /** Whom it concerns: facts about one account are told in the order they happened. */
    AccountId account();

    /** When it happened, UTC, to the microsecond. */
    Instant at();
}
