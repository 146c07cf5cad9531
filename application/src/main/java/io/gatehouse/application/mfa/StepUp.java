package io.gatehouse.application.mfa;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.session.SessionView;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether somebody who is signed in has proven lately that it is still them. */
public final class StepUp {

    /** 1800 s, as the API has it. */
    private static final Duration VALIDITY = Duration.ofMinutes(30);

    private StepUp() {}

    /** @param session the one that was presented; null for those who came otherwise, who passed none */
    public static boolean isRecent(@Nullable SessionView session, Instant now) {
        return session != null
                && session.mfaUpdatedAt() != null
                && !session.mfaUpdatedAt().plus(VALIDITY).isBefore(now);
    }

    /** The same, for what only users with a second factor have to prove. */
    public static boolean isSatisfied(AccountView account, @Nullable SessionView session, Instant now) {
        return !account.factorRequirement().demandsSecondFactor() || isRecent(session, now);
    }
}
