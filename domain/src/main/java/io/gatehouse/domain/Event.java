package io.gatehouse.domain;

import java.time.Instant;

/** A fact in the event log. Each feature seals its own events; released ones are never edited, new ones are added. */
public interface Event {

    /** The project of the user. */
    ProjectId project();

    /** The ID of the user concerned; events of one user are published in order. */
    String userId();

    /** When it happened, UTC, to the microsecond. */
    Instant at();
}
