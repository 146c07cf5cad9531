package io.gatehouse.rest.log;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the security log.
 *
 * @param total of all entries, not only of these; 0 if nobody wanted to know
 */
@Schema(name = "LogList")
record LogListBody(long total, List<LogBody> logs) {}
