/** Tests of persistence that do not start the service; others, such as the contracts of views, run in bootstrap. */
@NullMarked
package io.gatehouse.persistence;

import org.jspecify.annotations.NullMarked;
