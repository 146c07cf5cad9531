/** Accounts: identity, contact details, password, preferences and MFA setting of a user. */
@NullMarked
package io.gatehouse.domain.account;

import org.jspecify.annotations.NullMarked;
