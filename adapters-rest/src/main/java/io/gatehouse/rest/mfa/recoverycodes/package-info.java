/** Recovery codes over HTTP. */
@NullMarked
package io.gatehouse.rest.mfa.recoverycodes;

import org.jspecify.annotations.NullMarked;
