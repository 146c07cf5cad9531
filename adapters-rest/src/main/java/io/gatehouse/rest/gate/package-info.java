/** What every request passes before its resource: common headers, authentication, authorisation, rate limits. */
@NullMarked
package io.gatehouse.rest.gate;

import org.jspecify.annotations.NullMarked;
