package io.gatehouse.application.log;

import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;
import java.util.List;

/** Entries of the security log to look at. */
public interface LogViews {

    /**
     * @param limit how many at most, 1 or more
     * @param offset how many of the newest to leave out, 0 or more
     * @return newest first
     */
    List<LogEntry> of(AccountId account, int limit, int offset);

    /** @return how many entries there are in all */
    long count(AccountId account);

    /**
     * @param event as {@code Audit} spells it
     * @param userEmail as it was then; empty if there was none
     * @param userName as it was then; empty if there was none
     */
    record LogEntry(
            String event,
            String userId,
            String userEmail,
            String userName,
            IpAddress ip,
            UserAgent userAgent,
            Instant time) {}
}
