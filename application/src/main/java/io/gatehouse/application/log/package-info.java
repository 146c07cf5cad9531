/** The security log of an account. */
@NullMarked
package io.gatehouse.application.log;

import org.jspecify.annotations.NullMarked;
