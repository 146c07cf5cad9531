/** E-mail addresses and phone numbers over HTTP: changing and verifying them. */
@NullMarked
package io.gatehouse.rest.contact;

import org.jspecify.annotations.NullMarked;
