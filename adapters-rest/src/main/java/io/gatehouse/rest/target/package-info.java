/** Push targets over HTTP: devices come, change their token and go. */
@NullMarked
package io.gatehouse.rest.target;

import org.jspecify.annotations.NullMarked;
