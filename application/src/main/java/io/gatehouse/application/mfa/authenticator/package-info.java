/** Use cases of authenticator apps (TOTP), and the port that computes their codes. */
@NullMarked
package io.gatehouse.application.mfa.authenticator;

import org.jspecify.annotations.NullMarked;
