/** How answers look to clients of earlier versions. */
@NullMarked
package io.gatehouse.rest.format;

import org.jspecify.annotations.NullMarked;
