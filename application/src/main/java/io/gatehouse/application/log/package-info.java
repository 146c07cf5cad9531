/** The security log: what a user's account has been through. */
@NullMarked
package io.gatehouse.application.log;

import org.jspecify.annotations.NullMarked;
