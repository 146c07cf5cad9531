/** Sets of recovery codes, each code redeemable once. */
@NullMarked
package io.gatehouse.domain.mfa.recoverycodes;

import org.jspecify.annotations.NullMarked;
