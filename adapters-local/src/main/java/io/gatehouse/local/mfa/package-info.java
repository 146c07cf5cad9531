/** Second factors: computing one-time passwords, and keeping secrets and codes where a thief finds nothing to read. */
@NullMarked
package io.gatehouse.local.mfa;

import org.jspecify.annotations.NullMarked;
