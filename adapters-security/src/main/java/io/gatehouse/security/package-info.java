/** What a node works out by itself, with nothing but its own memory, clock and files. */
@NullMarked
package io.gatehouse.security;

import org.jspecify.annotations.NullMarked;
