package io.gatehouse.application.request;

import io.gatehouse.application.project.Project;
import java.util.Locale;

/**
 * The request that a use case answers.
 *
 * @param project the tenant whose API was called
 * @param locale the language of messages that the request causes
 * @param metadata stored with every event that the request causes
 */
public record RequestContext(Project project, Locale locale, RequestMetadata metadata) {

    /** The metadata of a change that is listed in the security log under this action. */
    public RequestMetadata audited(AuditAction action) {
        return metadata.audited(action);
    }
}
