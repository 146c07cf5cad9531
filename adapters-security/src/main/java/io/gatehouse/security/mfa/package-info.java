/** Second factors: computing one-time passwords, and keeping secrets and codes where a thief finds nothing to read. */
@NullMarked
package io.gatehouse.security.mfa;

import org.jspecify.annotations.NullMarked;
