package io.gatehouse.rest.log;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the security log.
 *
 * @param total the number of all entries, not only of this page; 0 if it was not requested
 */
@Schema(name = "LogList")
record LogListBody(long total, List<LogBody> logs) {}
