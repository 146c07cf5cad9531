/** What one can do with an account, and the ports that takes. */
@NullMarked
package io.gatehouse.application.account;

import org.jspecify.annotations.NullMarked;
