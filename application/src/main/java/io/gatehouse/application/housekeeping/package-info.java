/** Background work: recording expiry, and forgetting recovery codes that a strict project must not show. */
@NullMarked
package io.gatehouse.application.housekeeping;

import org.jspecify.annotations.NullMarked;
