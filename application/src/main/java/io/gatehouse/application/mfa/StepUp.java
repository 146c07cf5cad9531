package io.gatehouse.application.mfa;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.session.SessionView;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Step-up authentication: whether a session has passed a challenge within the last 30 minutes. */
public final class StepUp {

    /** 1800 s, as in the API. */
    private static final Duration VALIDITY = Duration.ofMinutes(30);

    private StepUp() {}

    /** @param session the caller's session; null if there is none, so that no challenge was passed */
    public static boolean isRecent(@Nullable SessionView session, Instant now) {
        return session != null
                && session.mfaUpdatedAt() != null
                && !session.mfaUpdatedAt().plus(VALIDITY).isBefore(now);
    }

    /** Satisfied without a challenge by users whose account requires no second factor. */
    public static boolean isSatisfied(AccountView account, @Nullable SessionView session, Instant now) {
        return !account.factorRequirement().demandsSecondFactor() || isRecent(session, now);
    }
}
