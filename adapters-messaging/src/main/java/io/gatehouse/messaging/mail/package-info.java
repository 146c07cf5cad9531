/** Mails: what they look like, whom they come from, and their way to a mail server. */
@NullMarked
package io.gatehouse.messaging.mail;

import org.jspecify.annotations.NullMarked;
