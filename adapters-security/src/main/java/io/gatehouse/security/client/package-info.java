/** Client details from the user agent, and the country of an IP address. */
@NullMarked
package io.gatehouse.security.client;

import org.jspecify.annotations.NullMarked;
