/** The entry point of the service and its commands. */
@NullMarked
package io.gatehouse.bootstrap;

import org.jspecify.annotations.NullMarked;
