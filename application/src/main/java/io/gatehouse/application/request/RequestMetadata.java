package io.gatehouse.application.request;

import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.UserAgent;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a change: who asked, from where, and what the security log will call it.
 *
 * @param requestId correlates events and log lines with the request
 * @param audit null for changes nobody asked for, which the security log leaves out
 */
public record RequestMetadata(
        String requestId,
        IpAddress ip,
        UserAgent userAgent,
        @Nullable AuditAction audit) {

    /** Of what nobody asked for from anywhere. */
    public static RequestMetadata ofSystem(String requestId) {
        return new RequestMetadata(requestId, new IpAddress(""), UserAgent.UNKNOWN, null);
    }

    public RequestMetadata audited(AuditAction auditAction) {
        return new RequestMetadata(requestId, ip, userAgent, auditAction);
    }
}
