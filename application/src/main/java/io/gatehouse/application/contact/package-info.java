/** E-mail addresses and phone numbers: changing and verifying them. */
@NullMarked
package io.gatehouse.application.contact;

import org.jspecify.annotations.NullMarked;
