package io.gatehouse.application.request;

import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.UserAgent;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a change. The event store stores its components by name with every event: they are never renamed.
 *
 * @param requestId correlates events and log lines of one request, or of one run of background work
 * @param actor who caused the change; null for events written before actors were recorded
 * @param audit the entry in the security log; null for changes that the security log leaves out
 */
public record RequestMetadata(
        String requestId,
        IpAddress ip,
        UserAgent userAgent,
        @Nullable Actor actor,
        @Nullable AuditAction audit) {

    /** The metadata of background work: without a network origin and without an entry in the security log. */
    public static RequestMetadata ofSystem(String requestId) {
        return new RequestMetadata(requestId, new IpAddress(""), UserAgent.UNKNOWN, Actor.SYSTEM, null);
    }

    public RequestMetadata audited(AuditAction action) {
        return new RequestMetadata(requestId, ip, userAgent, actor, action);
    }

    /** The same without an entry in the security log. */
    public RequestMetadata unaudited() {
        return new RequestMetadata(requestId, ip, userAgent, actor, null);
    }
}
