/** Background work: recording expiry, and concealing recovery codes that a strict project must not show again. */
@NullMarked
package io.gatehouse.application.housekeeping;

import org.jspecify.annotations.NullMarked;
