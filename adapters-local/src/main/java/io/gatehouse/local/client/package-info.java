/** What can be told about a client from its user agent and its address. */
@NullMarked
package io.gatehouse.local.client;

import org.jspecify.annotations.NullMarked;
