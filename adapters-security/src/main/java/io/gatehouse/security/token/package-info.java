/** What people compare when they get a token. */
@NullMarked
package io.gatehouse.security.token;

import org.jspecify.annotations.NullMarked;
