/** Sessions over HTTP: how a secret travels, how one is opened, shown and ended. */
@NullMarked
package io.gatehouse.rest.session;

import org.jspecify.annotations.NullMarked;
