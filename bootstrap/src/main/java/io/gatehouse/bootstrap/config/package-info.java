/** Configuration: all settings, the checks at start, and the objects created from settings. */
@NullMarked
package io.gatehouse.bootstrap.config;

import org.jspecify.annotations.NullMarked;
