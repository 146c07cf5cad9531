package io.gatehouse.application.mfa;

import static java.util.Comparator.comparing;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeCreated;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeExpired;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeFailed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengePassed;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeWithdrawn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Challenges that no event of a log has ended; they may have expired. */
public final class ChallengesFromLog {

    private final Map<ChallengeId, MfaChallengeCreated> open = new LinkedHashMap<>();

    private ChallengesFromLog() {}

    /** @return the challenges of all accounts, by expiry, the earliest first */
    public static List<MfaChallengeCreated> in(List<Event> log) {
        var challenges = new ChallengesFromLog();
        log.forEach(challenges::evolve);
        return challenges.open.values().stream()
                .sorted(comparing(MfaChallengeCreated::expiresAt))
                .toList();
    }

    private void evolve(Event event) {
        switch (event) {
            case MfaChallengeEvent e -> evolve(e);
            case UserDeleted e ->
                open.values().removeIf(created -> created.account().equals(e.account()));
            default -> {} // does not concern challenges
        }
    }

    private void evolve(MfaChallengeEvent event) {
        switch (event) {
            case MfaChallengeCreated e -> open.put(e.challenge(), e);
            case MfaChallengePassed _, MfaChallengeWithdrawn _, MfaChallengeExpired _ -> open.remove(event.challenge());
            case MfaChallengeFailed _ -> {} // leaves it open
        }
    }
}
