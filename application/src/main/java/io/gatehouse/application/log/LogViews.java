package io.gatehouse.application.log;

import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;
import java.util.List;

/** Reads the security log. */
public interface LogViews {

    /**
     * @param limit the maximum number of entries, 1 or more
     * @param offset the number of newest entries to skip, 0 or more
     * @return newest first
     */
    List<LogEntry> of(AccountId account, int limit, int offset);

    /** @return the total number of entries */
    long count(AccountId account);

    /**
     * @param event the value of an {@code AuditAction}
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
