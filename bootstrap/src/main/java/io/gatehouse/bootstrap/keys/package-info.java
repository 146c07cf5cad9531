/** Cryptographic keys, given by configuration or generated at first start. */
@NullMarked
package io.gatehouse.bootstrap.keys;

import org.jspecify.annotations.NullMarked;
