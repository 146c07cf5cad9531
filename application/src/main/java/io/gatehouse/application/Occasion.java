package io.gatehouse.application;

import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.UserAgent;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a change: who asked, from where, and what the security log will call it.
 *
 * @param requestId correlates events and log lines with the request
 * @param audit null for changes nobody asked for, which the security log leaves out
 */
public record Occasion(
        String requestId,
        IpAddress ip,
        UserAgent userAgent,
        @Nullable Audit audit) {

    /** Of what nobody asked for from anywhere. */
    public static Occasion ofNobody(String requestId) {
        return new Occasion(requestId, new IpAddress(""), UserAgent.UNKNOWN, null);
    }

    public Occasion as(Audit audit) {
        return new Occasion(requestId, ip, userAgent, audit);
    }
}
