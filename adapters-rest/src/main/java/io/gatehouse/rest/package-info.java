/** The Account API over HTTP. */
@NullMarked
package io.gatehouse.rest;

import org.jspecify.annotations.NullMarked;
