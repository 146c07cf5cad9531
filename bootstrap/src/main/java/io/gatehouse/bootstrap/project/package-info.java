/** Projects and their policies, as configured. */
@NullMarked
package io.gatehouse.bootstrap.project;

import org.jspecify.annotations.NullMarked;
