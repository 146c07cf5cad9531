/** What an account owns, as far as decisions about all of it need to know: sessions, tokens, factors, push targets. */
@NullMarked
package io.gatehouse.application.inventory;

import org.jspecify.annotations.NullMarked;
