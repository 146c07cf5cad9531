/** Use cases of the second factor, and the ports they need. */
@NullMarked
package io.gatehouse.application.mfa;

import org.jspecify.annotations.NullMarked;
