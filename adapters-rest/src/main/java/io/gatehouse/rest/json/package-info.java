/** Reading and writing of JSON. */
@NullMarked
package io.gatehouse.rest.json;

import org.jspecify.annotations.NullMarked;
