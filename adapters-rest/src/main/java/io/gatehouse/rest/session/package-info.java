/** Sessions over HTTP: how one is opened, shown, prolonged and ended, and lent to backends as a JWT. */
@NullMarked
package io.gatehouse.rest.session;

import org.jspecify.annotations.NullMarked;
