/** What people compare when they get a token. */
@NullMarked
package io.gatehouse.local.token;

import org.jspecify.annotations.NullMarked;
