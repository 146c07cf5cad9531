/** Which web pages, apps and redirect URLs belong to a project. */
@NullMarked
package io.gatehouse.rest.origin;

import org.jspecify.annotations.NullMarked;
