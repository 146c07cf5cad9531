/** Configuration: every setting, the checks at start, and projects and policies made from settings. */
@NullMarked
package io.gatehouse.bootstrap.config;

import org.jspecify.annotations.NullMarked;
