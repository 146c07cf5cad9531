/** What callers send along, in whatever notation, as parameters that are judged one by one. */
@NullMarked
package io.gatehouse.rest.parameter;

import org.jspecify.annotations.NullMarked;
