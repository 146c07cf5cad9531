package io.gatehouse.application.request;

import io.gatehouse.application.project.Project;
import java.util.Locale;

/**
 * Somebody's request, as far as those need to know it who may have to write to them about it.
 *
 * @param locale the language they read
 */
public record RequestContext(Project project, Locale locale, RequestMetadata metadata) {}
