/** Tests of what a native executable is told. */
@NullMarked
package io.gatehouse.bootstrap.nativeimage;

import org.jspecify.annotations.NullMarked;
