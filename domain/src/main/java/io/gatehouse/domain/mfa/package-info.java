/** Multi-factor authentication: challenges, authenticator apps and recovery codes. */
@NullMarked
package io.gatehouse.domain.mfa;

import org.jspecify.annotations.NullMarked;
