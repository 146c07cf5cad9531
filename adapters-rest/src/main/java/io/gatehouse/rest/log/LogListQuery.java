package io.gatehouse.rest.log;

import io.gatehouse.rest.parameter.Page;
import io.gatehouse.rest.parameter.Parameters;

/**
 * Which entries to show.
 *
 * @param total whether to count all of them
 */
record LogListQuery(Page page, boolean total) {

    static LogListQuery of(Parameters typed) {
        return new LogListQuery(Page.of(typed), typed.queryFlag("total", true));
    }
}
