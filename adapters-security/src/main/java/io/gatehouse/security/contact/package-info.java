/** What can be told about an account from its e-mail address, phone number or password. */
@NullMarked
package io.gatehouse.security.contact;

import org.jspecify.annotations.NullMarked;
