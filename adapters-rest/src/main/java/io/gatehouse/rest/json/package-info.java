/** JSON, in and out. */
@NullMarked
package io.gatehouse.rest.json;

import org.jspecify.annotations.NullMarked;
