/** Ports that describe the caller's software and location. */
@NullMarked
package io.gatehouse.application.client;

import org.jspecify.annotations.NullMarked;
