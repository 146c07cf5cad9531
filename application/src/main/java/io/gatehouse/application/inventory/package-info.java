/** The inventories of an account that decisions depend on: sessions, tokens, factors, push targets. */
@NullMarked
package io.gatehouse.application.inventory;

import org.jspecify.annotations.NullMarked;
