/** Enrolling, verifying and removing authenticator apps over HTTP. */
@NullMarked
package io.gatehouse.rest.mfa.authenticator;

import org.jspecify.annotations.NullMarked;
