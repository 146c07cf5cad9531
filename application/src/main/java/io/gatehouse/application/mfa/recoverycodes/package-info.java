/** Use cases of recovery codes. */
@NullMarked
package io.gatehouse.application.mfa.recoverycodes;

import org.jspecify.annotations.NullMarked;
