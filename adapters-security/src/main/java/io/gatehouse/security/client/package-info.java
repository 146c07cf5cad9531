/** What can be told about a client from its user agent and its address. */
@NullMarked
package io.gatehouse.security.client;

import org.jspecify.annotations.NullMarked;
