/** The published description of the API, derived from what runs. */
@NullMarked
package io.gatehouse.rest.openapi;

import org.jspecify.annotations.NullMarked;
