/** Puts the parts together and starts them. */
@NullMarked
package io.gatehouse.bootstrap;

import org.jspecify.annotations.NullMarked;
