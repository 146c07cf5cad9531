/** Second factors: one-time passwords (TOTP), encryption of their secrets at rest, and keyed digests of codes. */
@NullMarked
package io.gatehouse.security.mfa;

import org.jspecify.annotations.NullMarked;
