package io.gatehouse.rest.log;

import io.gatehouse.rest.parameter.Page;
import io.gatehouse.rest.parameter.Parameters;

/**
 * Which entries to return.
 *
 * @param total whether to count all of them
 */
record LogListQuery(Page page, boolean total) {

    static LogListQuery of(Parameters parameters) {
        return new LogListQuery(Page.of(parameters), parameters.queryFlag("total", true));
    }
}
