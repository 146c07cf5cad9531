/** The way of every request before a resource sees it: who asks, from where, and whether they may. */
@NullMarked
package io.gatehouse.rest.gate;

import org.jspecify.annotations.NullMarked;
