/** Opening, authenticating, extending and ending sessions, and JWTs. */
@NullMarked
package io.gatehouse.application.session;

import org.jspecify.annotations.NullMarked;
