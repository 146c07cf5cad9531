/** Tests of the whole service over HTTP, with a real database and a real broker. */
@NullMarked
package io.gatehouse.bootstrap;

import org.jspecify.annotations.NullMarked;
