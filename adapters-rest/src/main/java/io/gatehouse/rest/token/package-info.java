/** Tokens over HTTP: having links and codes sent, recovering, and verifying addresses and numbers. */
@NullMarked
package io.gatehouse.rest.token;

import org.jspecify.annotations.NullMarked;
