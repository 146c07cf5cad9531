/** Accounts: who somebody is, how they prove it, and what they keep with us. */
@NullMarked
package io.gatehouse.domain.account;

import org.jspecify.annotations.NullMarked;
