/** Sessions: one sign-in on one device, until it ends. */
@NullMarked
package io.gatehouse.domain.session;

import org.jspecify.annotations.NullMarked;
