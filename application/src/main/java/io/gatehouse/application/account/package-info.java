/** Use cases of the current account, and the ports that find accounts and hash passwords. */
@NullMarked
package io.gatehouse.application.account;

import org.jspecify.annotations.NullMarked;
