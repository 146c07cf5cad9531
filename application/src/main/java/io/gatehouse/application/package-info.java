/** The ports that several features need: where events go, whose project it is, how often somebody may ask. */
@NullMarked
package io.gatehouse.application;

import org.jspecify.annotations.NullMarked;
